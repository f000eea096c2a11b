import type { LitElement } from 'lit';

/**
 * Begins reading at what is shown now: at its title, or at the region around it while the title is still loading.
 * @param region focusable; `shown` is inside it, or slotted into it
 */
export async function arriveAt(region: HTMLElement, shown: LitElement | undefined): Promise<void> {
  await shown?.updateComplete;
  shown?.focus();
  const root = region.getRootNode() as ShadowRoot;
  const landed = shown && (root.activeElement === shown || shown.contains(document.activeElement));
  if (!landed) region.focus();
}

/** Scrolls what has the focus out from under a bar that sticks to the foot of the screen (WCAG 2.4.11). */
export function uncover(event: FocusEvent, bar: HTMLElement | null): void {
  const [focused] = event.composedPath();
  if (!bar || !(focused instanceof HTMLElement) || bar.contains(focused)) return;
  if (getComputedStyle(bar).position !== 'sticky' || !focused.matches(':focus-visible')) return;
  const covered = focused.getBoundingClientRect().bottom - bar.getBoundingClientRect().top;
  if (covered > 0) window.scrollBy(0, covered + 8);
}
