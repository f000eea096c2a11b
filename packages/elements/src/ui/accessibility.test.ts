import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { expect, fixture } from '@open-wc/testing';
import * as stories from '../../../../stories/ui.stories.ts';

const views = Object.entries(stories).filter(([name]) => name !== 'default') as [
  string,
  typeof stories.Form,
][];
const page = document.documentElement;

/** What sticks out of the stage on either side. */
function overflowing(stage: HTMLElement): string[] {
  const { left, right } = stage.getBoundingClientRect();
  return [...stage.shadowRoot!.querySelectorAll('*:not(.visually-hidden)')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > right + 1 || box.left < left - 1);
    })
    .map((element) => element.outerHTML.slice(0, 80));
}

for (const [name, story] of views) {
  describe(`story ${name}`, () => {
    afterEach(async () => {
      page.removeAttribute('style');
      page.dir = 'ltr';
      await emulateMedia({ forcedColors: 'none' });
    });

    for (const scheme of ['light', 'dark']) {
      it(`is accessible in the ${scheme}`, async () => {
        page.style.colorScheme = scheme;
        const stage = await fixture<HTMLElement>(story.render({}));
        await expect(stage).to.be.accessible();
      });
    }

    it('is accessible in Spanish, in forced colours', async () => {
      await emulateMedia({ forcedColors: 'active' });
      const stage = await fixture<HTMLElement>(story.render({}, { globals: { lang: 'es' } }));
      await expect(stage).to.be.accessible();
    });

    for (const dir of ['ltr', 'rtl']) {
      it(`fits 320 pixels, with text twice as large too (${dir})`, async () => {
        page.dir = dir;
        await setViewport({ width: 320, height: 800 });
        const stage = await fixture<HTMLElement>(story.render({}));
        expect(overflowing(stage)).to.deep.equal([]);
        stage.parentElement!.style.fontSize = '32px';
        await setViewport({ width: 640, height: 800 }); // twice the text in 320 CSS pixels (WCAG 1.4.4, 1.4.10)
        expect(overflowing(stage)).to.deep.equal([]);
      });
    }

    it('has targets of 44 pixels', async () => {
      const stage = await fixture<HTMLElement>(story.render({}));
      const small = [
        ...stage.shadowRoot!.querySelectorAll('button, a.row, select, summary, label.choice, input.control'),
      ]
        .filter((target) => target.getClientRects().length > 0 && target.getBoundingClientRect().height < 44)
        .map((target) => target.outerHTML.slice(0, 80));
      expect(small).to.deep.equal([]);
    });
  });
}
