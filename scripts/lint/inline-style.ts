import { quasis, tagName, type Rule } from './rule.ts';

const markup = new Set(['html', 'svg', 'staticHtml']);

/** A `style=` attribute is blocked by `style-src 'self'` on a firm's strict page, so no template may carry one. */
export const inlineStyle: Rule = {
  create: (context) => ({
    TaggedTemplateExpression(template) {
      if (!markup.has(tagName(template) ?? '')) return;
      for (const quasi of quasis(template)) {
        if (/[\s"']style\s*=/.test(quasi.value.raw)) {
          context.report({
            node: quasi,
            message: 'No inline `style=`: a strict Content-Security-Policy blocks it. Use a class or a part.',
          });
        }
      }
    },
    CallExpression(call) {
      const isSetAttribute = call.callee.property?.name === 'setAttribute';
      if (isSetAttribute && call.arguments[0]?.value === 'style') {
        context.report({
          node: call,
          message: 'No inline style: a strict Content-Security-Policy blocks it.',
        });
      }
    },
  }),
};
