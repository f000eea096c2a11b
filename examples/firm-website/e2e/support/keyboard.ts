/** A person who has no mouse. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Most stops between two places on one page. */
const most = 80;

/**
 * Presses Tab until the focus is on what is called `name`, and demands of every stop on the way that one sees it.
 */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(describeFocus);
    if (!focused) continue; // the browser's own controls
    assert.ok(focused.visible, `Nobody sees that the focus is on “${focused.name}”`);
    if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) return;
    seen.push(focused.name);
  }
  assert.fail(`Tab never comes to “${name}”, only to: ${seen.join(' · ')}`);
}

/** Waits for a heading, and until the focus is where its section begins: nobody tabs faster than that. */
export async function arriveAt(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { name: heading }).waitFor();
  for (const began = Date.now(); Date.now() - began < 4_000; await sleep(20)) {
    if (await page.evaluate(isAtBeginning)) return;
  }
  assert.fail(`The focus never came to “${heading}”`);
}

/** Runs in the page. */
function isAtBeginning(): boolean {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused?.getAttribute('tabindex') === '-1';
}

/** Runs in the page: what has the focus, through all shadow roots. */
function describeFocus(): { name: string; visible: boolean } | undefined {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return undefined;
  const { labels, ariaLabel } = focused as HTMLInputElement;
  const words = ariaLabel || labels?.[0]?.textContent || focused.textContent || '';
  const { outlineStyle, outlineWidth, visibility } = getComputedStyle(focused);
  const { top, bottom } = focused.getBoundingClientRect();
  const onScreen = bottom > 0 && top < innerHeight;
  const ringed = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  return { name: words.replace(/\s+/g, ' ').trim(), visible: ringed && onScreen && visibility === 'visible' };
}
