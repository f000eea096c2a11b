import { quasis, tagName, type Rule } from './rule.ts';

/** `rem` follows the host page's root font (`html { font-size: 62.5% }` is common), `em` follows ours. */
export const remUnit: Rule = {
  create: (context) => ({
    TaggedTemplateExpression(template) {
      if (tagName(template) !== 'css') return;
      for (const quasi of quasis(template)) {
        if (/\drem\b/.test(quasi.value.raw)) {
          context.report({
            node: quasi,
            message: 'Use `em`: `rem` depends on the page that hosts the element.',
          });
        }
      }
    },
  }),
};
