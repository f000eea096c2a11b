import type { LitElement } from 'lit';

/** How long to wait for a title to load, in tries. */
const PATIENCE = 50;

/**
 * Begins reading at what is shown now: at its title, or at the region around it until the title has loaded.
 * @param region focusable
 * @param find what is shown in the region, or slotted into it
 */
export async function arriveAt(region: HTMLElement, find: () => LitElement | undefined): Promise<void> {
  const root = region.getRootNode() as ShadowRoot;
  await find()?.updateComplete;
  if (takesFocus(find())) return;
  region.focus();
  for (let tries = 0; tries < PATIENCE && root.activeElement === region; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (root.activeElement === region && takesFocus(find())) return;
  }
}

/** Whether it could be focused: what has no title yet cannot. */
function takesFocus(shown: LitElement | undefined): boolean {
  shown?.focus();
  return shown?.matches(':focus-within') ?? false;
}

/** Scrolls what has the focus out from under a bar that sticks to the foot of the screen (WCAG 2.4.11). */
export function uncover(event: FocusEvent, bar: HTMLElement | null): void {
  const [focused] = event.composedPath();
  if (!bar || !(focused instanceof HTMLElement) || bar.contains(focused)) return;
  if (getComputedStyle(bar).position !== 'sticky' || !focused.matches(':focus-visible')) return;
  const covered = focused.getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
  if (covered > 0) window.scrollBy(0, covered + 8);
}
