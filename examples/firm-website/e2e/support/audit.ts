/** axe on a page as it is now: WCAG 2.2 A and AA, inside the portal's shadow roots too. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong, a line each: the rule, and where. Empty when nothing is. */
export async function audit(page: Page): Promise<string[]> {
  // Through the debugger, which no content security policy stops; a script element would be.
  await page.evaluate(source);
  const { violations } = (await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run({ runOnly: { type: 'tag', values } }),
    tags,
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary}`),
  );
}
