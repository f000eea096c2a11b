import { createClient } from '@casefront/core/client';
import { firms } from '@casefront/core/endpoints/firms';
import { session } from '@casefront/core/endpoints/session';
import { fixtures, mock, mockFetch, world } from '@casefront/core/testing';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as stories from '../../../../stories/firms.stories.ts';
import { find, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { clear, settled, show, wordsOf } from '../../../../stories/support/show.ts';
import { stateFor } from '../state/index.ts';
import type { PortalFirms } from './portal-firms.ts';

const other = {
  ...fixtures.session,
  person: { ...fixtures.person, id: `${fixtures.person.id.slice(0, -1)}x` },
};

/** A switcher whose server answers the question for firms when the test says so. */
async function held() {
  const answers: ((names: readonly string[]) => void)[] = [];
  const client = createClient({
    api: 'http://portal.test',
    fetch: mockFetch(
      mock(session.end, undefined),
      mock(
        firms.list,
        () =>
          new Promise((resolve) => {
            answers.push((names) =>
              resolve({
                items: names.map((name, i) => ({ ...fixtures.firms[1]!, name, current: i === 0 })),
              }),
            );
          }),
      ),
      ...world(),
    ),
  });
  const element = await fixture<PortalFirms>(html`<portal-firms .client=${client}></portal-firms>`);
  await waitUntil(() => answers.length === 1, 'never asked', { timeout: 5_000 });
  return { element, answers, state: stateFor(client) };
}

describe('<portal-firms>', () => {
  afterEach(clear);

  it('is not there for a client of one firm', async () => {
    const asked = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/firms'));
    performance.clearResourceTimings();
    const stage = await show(stories, 'One');
    await waitUntil(() => asked().length === 1, 'never asked', { timeout: 5_000 });
    await settled(stage);
    expect(wordsOf(stage)).not.to.contain('Switch');
    await find(await show(stories, 'Ready'), '.switch');
  });

  it('shows what the server marks as this one, and leads to the others by plain links', async () => {
    const stage = await show(stories, 'Open');
    const current = seek(stage, '[aria-current=true]')!;
    expect(current.textContent.replace(/\s+/g, ' ').trim()).to.equal('Harborview Law You are here');
    expect(current.querySelector('a')).to.equal(null);
    const links = [...seek(stage, '.menu')!.querySelectorAll('a')];
    expect(links.map(({ href, target, textContent }) => [href, target, textContent])).to.deep.equal([
      ['https://brandt-osei.example/portal', '', 'Brandt & Osei Immigration'],
    ]);
  });

  it('opens and closes by keyboard, and gives the focus back', async () => {
    const stage = await show(stories, 'Ready');
    const button = await find(stage, '.switch summary');
    const menu = seek<HTMLDetailsElement>(stage, '.switch')!;
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(menu.open).to.equal(true);
    await sendKeys({ press: 'Tab' });
    expect((button.getRootNode() as ShadowRoot).activeElement!.localName).to.equal('a');
    await sendKeys({ press: 'Escape' });
    expect(menu.open).to.equal(false);
    expect((button.getRootNode() as ShadowRoot).activeElement).to.equal(button);
  });

  it('never shows one person what another one’s address opens (C9)', async () => {
    const { element, answers, state } = await held();
    answers[0]!(['Harborview Law', 'Brandt & Osei']);
    await waitUntil(() => wordsOf(element.shadowRoot!).includes('Brandt & Osei'));
    state.begin(other);
    await element.updateComplete;
    expect(wordsOf(element.shadowRoot!).trim()).to.equal('');
    await waitUntil(() => answers.length === 2);
    answers[1]!(['Seaside Legal', 'Harborview Law']);
    await waitUntil(() => wordsOf(element.shadowRoot!).includes('Seaside Legal'));
    expect(wordsOf(element.shadowRoot!)).not.to.contain('Brandt');
  });

  it('drops an answer that comes after the person has changed (C9)', async () => {
    const { element, answers, state } = await held();
    state.begin(other);
    await waitUntil(() => answers.length === 2);
    answers[1]!(['Seaside Legal', 'Harborview Law']);
    await waitUntil(() => wordsOf(element.shadowRoot!).includes('Seaside Legal'));
    answers[0]!(['Harborview Law', 'Brandt & Osei']);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(wordsOf(element.shadowRoot!)).not.to.contain('Brandt');
    await state.signOut();
    await element.updateComplete;
    expect(wordsOf(element.shadowRoot!).trim()).to.equal('');
  });

  checkStories(stories);
});
