import type { Rule } from './rule.ts';

/**
 * `expect(element).to.be.accessible()` answers later: without `await` the test passes whatever axe finds.
 * (The stock rule cannot be used beside chai, whose typings make every `equal` look like a promise.)
 */
export const awaitedAxe: Rule = {
  create: (context) => ({
    ExpressionStatement({ expression }) {
      if (expression.type === 'CallExpression' && expression.callee.property?.name === 'accessible') {
        context.report({ node: expression, message: 'Await it, or the test passes whatever axe finds.' });
      }
    },
  }),
};
