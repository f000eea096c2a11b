/** What holds for every story of every element, as tests. */
import { expect } from '@open-wc/testing';
import { clear, namesOf, show, wordsOf, type Stories } from './show.ts';

/** Accessible in light and dark, every word from a catalog, nothing wider than a small phone. */
export function checkStories(stories: Stories): void {
  for (const name of namesOf(stories)) {
    describe(`story ${name}`, () => {
      afterEach(clear);

      it('is accessible and has words for everything', async () => {
        const stage = await show(stories, name);
        await expect(stage).to.be.accessible();
        expect(missingWords(stage)).to.deep.equal([]);
      });

      it('is accessible in the dark, on a small phone, and fits there', async () => {
        const stage = await show(stories, name, { scheme: 'dark', width: 320 });
        expect(stickingOut(stage)).to.deep.equal([]);
        await expect(stage).to.be.accessible();
      });
    });
  }
}

/** Keys of a catalog in place of their words, and values that were not filled in. */
export const missingWords = (stage: HTMLElement): string[] =>
  wordsOf(stage).match(
    /\b(common|time|field|nav|checklist|exit|firms|viewing|dashboard|action|activity|event|cases|steps|inbox|errors?|issues)\.[a-z][a-z-]+|\{\w+\}|undefined|\[object/g,
  ) ?? [];

/** What is wider than the page, through shadow roots. */
export function stickingOut(stage: HTMLElement): string[] {
  const { left, right } = stage.getBoundingClientRect();
  return [...inside(stage)]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.right > right + 1 || box.left < left - 1);
    })
    .map((element) => element.outerHTML.slice(0, 80));
}

function* inside(within: ParentNode): Generator<Element> {
  for (const element of within.querySelectorAll('*')) {
    if (element.closest('dialog, [popover]')) continue; // in the top layer, which is as wide as the window
    if (!element.classList.contains('visually-hidden')) yield element;
    if (element.shadowRoot) yield* inside(element.shadowRoot);
  }
}
