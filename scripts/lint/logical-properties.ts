import { quasis, tagName, type Rule } from './rule.ts';

const physical = [
  /[\s;{](?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /[\s;{](?:left|right)\s*:/,
  /[\s;{](?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
  /[\s;{]border-(?:top|bottom)-(?:left|right)-radius\b/,
];

/** Left and right are the wrong way round in Arabic and Hebrew; start and end are right everywhere. */
export const logicalProperties: Rule = {
  create: (context) => ({
    TaggedTemplateExpression(template) {
      if (tagName(template) !== 'css') return;
      for (const quasi of quasis(template)) {
        if (physical.some((pattern) => pattern.test(quasi.value.raw))) {
          const message =
            'Use start and end (`margin-inline-start`), not left and right: half the world reads the other way.';
          context.report({ node: quasi, message });
        }
      }
    },
  }),
};
