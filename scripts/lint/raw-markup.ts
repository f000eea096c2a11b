import type { Rule } from './rule.ts';

const properties = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const methods = new Set([
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'createContextualFragment',
  'parseFromString',
  'write',
]);
const message = 'Text never becomes markup here (XSS, Trusted Types): render a lit template instead.';

/** Every way by which a string turns into live markup without passing lit's escaping. */
export const rawMarkup: Rule = {
  create: (context) => ({
    AssignmentExpression(assignment) {
      if (properties.has(assignment.left.property?.name)) context.report({ node: assignment, message });
    },
    CallExpression({ callee }) {
      if (callee.type !== 'MemberExpression' || !methods.has(callee.property.name)) return;
      const isOtherWrite = callee.property.name === 'write' && callee.object.name !== 'document';
      if (!isOtherWrite) context.report({ node: callee, message });
    },
    TaggedTemplateExpression(template) {
      for (const quasi of template.quasi.quasis) {
        if (/\.(innerHTML|outerHTML|srcdoc)\s*=\s*["']?$/i.test(quasi.value.raw)) {
          context.report({ node: quasi, message });
        }
      }
    },
  }),
};
