import { session } from '@casefront/core/endpoints/session';
import { mock, never, problem } from '@casefront/core/testing';
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as stories from '../../../../stories/exit.stories.ts';
import { find, press, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, show, wordsOf } from '../../../../stories/support/show.ts';
import { stateFor } from '../state/index.ts';

const title = document.title;
const cover = (stage: HTMLElement) => seek(stage, '.cover')!;
const isCovered = (stage: HTMLElement) => cover(stage).matches(':popover-open');
const news = (stage: HTMLElement) => seek(stage, 'portal-exit')!.shadowRoot!.querySelector('[role=status]')!;
const said = (stage: HTMLElement, words: string) =>
  waitUntil(() => news(stage).textContent === words, `never said “${words}”`);

/** The story whose way out is a fragment, so that the page of the tests stays. */
const still = (...mocks: Parameters<typeof answering>[2][]) =>
  show(answering(stories, 'Covered', ...mocks), 'Covered', { still: true });

describe('<portal-exit>', () => {
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search));
  afterEach(() => {
    clear();
    document.title = title;
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('covers the page at once, and takes the place of the page in the history', async () => {
    const stage = await still();
    const button = await find(stage, '.leave');
    const before = history.length;
    button.click();
    expect(isCovered(stage)).to.equal(true);
    expect([location.hash, history.length]).to.deep.equal(['#elsewhere', before]);
    const { width, height, top, left } = cover(stage).getBoundingClientRect();
    expect([top, left, width, height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
    expect(document.elementFromPoint(20, 20)!.localName).to.equal('portal-exit');
    location.hash = '#another';
    expect(history.length).to.equal(before + 1);
  });

  it('names nothing in the title while it leaves', async () => {
    const stage = await still();
    await press(stage, '.leave');
    expect(document.title).to.equal('Loading…');
  });

  it('signs out on the server too, and does not wait for it', async () => {
    let ends = 0;
    const stage = await still(mock(session.end, () => (ends++, never())));
    await press(stage, '.leave');
    expect(location.hash).to.equal('#elsewhere');
    await waitUntil(() => ends === 1, 'the session was not ended');
  });

  it('tells the page around, which may have a sign-in of its own to end, and is not held up by it', async () => {
    const stage = await still();
    let told = 0;
    stage.addEventListener('portal-sign-out', (event) => (told++, event.preventDefault()));
    await press(stage, '.leave');
    expect([told, location.hash]).to.deep.equal([1, '#elsewhere']);
  });

  it('leaves also when the server does not answer', async () => {
    const stage = await still(mock(session.end, problem('server.failed')));
    await press(stage, '.leave');
    expect([isCovered(stage), location.hash]).to.deep.equal([true, '#elsewhere']);
  });

  it('is not held up by what was typed and not sent', async () => {
    const stage = await still();
    const { drafts } = stateFor(stage.querySelector('portal-exit')!.api!);
    drafts.set('reply', 'Dear Ruth');
    expect(drafts.unsaved).to.equal(true);
    await press(stage, '.leave');
    expect(drafts.unsaved).to.equal(false);
  });

  it('leaves by Shift pressed three times, and says how many are left', async () => {
    const stage = await still();
    await find(stage, '.leave');
    await sendKeys({ press: 'Shift' });
    await said(stage, 'Shift. Press it 2 more times to leave this page.');
    await sendKeys({ press: 'Shift' });
    await said(stage, 'Shift. Press it 1 more time to leave this page.');
    expect(stage.querySelector('portal-exit')!.shadowRoot!.querySelectorAll('.press--made')).to.have.length(
      2,
    );
    expect(isCovered(stage)).to.equal(false);
    await sendKeys({ press: 'Shift' });
    expect([isCovered(stage), location.hash]).to.deep.equal([true, '#elsewhere']);
  });

  it('begins to count again when another key comes between, and says so', async () => {
    const stage = await still();
    await find(stage, '.leave');
    await sendKeys({ press: 'Shift' });
    await sendKeys({ press: 'Shift' });
    await sendKeys({ press: 'a' });
    await said(stage, 'Not leaving. To leave this page, press Shift 3 times.');
    await sendKeys({ press: 'Shift' });
    await said(stage, 'Shift. Press it 2 more times to leave this page.');
    expect(isCovered(stage)).to.equal(false);
  });

  it('does not count the Shift of a capital letter', async () => {
    const stage = await still();
    await find(stage, '.leave');
    for (const letter of ['A', 'B', 'C', 'D']) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: letter });
      await sendKeys({ up: 'Shift' });
    }
    expect(isCovered(stage)).to.equal(false);
    expect(news(stage).textContent).to.equal('');
  });

  it('goes by keyboard alone', async () => {
    const stage = await still();
    (await find(stage, '.leave')).focus();
    await sendKeys({ press: 'Enter' });
    expect(isCovered(stage)).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(isCovered(stage)).to.equal(true);
  });

  it('opens no other tab', async () => {
    const stage = await still();
    expect((await find(stage, '.leave')).localName).to.equal('button');
  });

  it('stays in reach, and nothing that has the focus is under it', async () => {
    const stage = await show(stories, 'Ready');
    const page = document.createElement('div');
    page.style.blockSize = '300vh';
    const link = Object.assign(document.createElement('a'), { href: '#x', textContent: 'A link' });
    page.append(link);
    stage.append(page);
    scrollTo(0, link.getBoundingClientRect().top + scrollY - 10);
    const bar = stage.querySelector('portal-exit')!.getBoundingClientRect();
    expect(bar.top).to.equal(0);
    expect(link.getBoundingClientRect().top).to.be.lessThan(bar.bottom);
    link.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
    expect(link.getBoundingClientRect().top).to.be.at.least(bar.bottom);
  });

  it('says what it cannot do before anybody signs in, and on demand after', async () => {
    const open = (stage: HTMLElement) => seek<HTMLDetailsElement>(stage, '.about')!.open;
    const stage = await show(stories, 'SignedOut');
    expect(open(stage)).to.equal(true);
    expect(wordsOf(stage)).to.contain('It can’t clear the history of your browser');
    expect(open(await show(stories, 'Ready'))).to.equal(false);
  });

  it('is there without the server when it has an address of its own, and not without either', async () => {
    expect(seek(await show(stories, 'OwnAddress'), '.leave')).not.to.equal(undefined);
    expect(seek(await show(stories, 'NotSet'), '.leave')).to.equal(undefined);
  });

  it('leads nowhere by a script', async () => {
    const stage = await still();
    const exit = stage.querySelector('portal-exit')!;
    exit.href = 'javascript:alert(1)';
    await exit.updateComplete;
    expect(seek(stage, '.leave')).to.equal(undefined);
  });

  checkStories(stories);
});
