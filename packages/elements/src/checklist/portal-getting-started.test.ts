import { checklist } from '@casefront/core/endpoints/checklist';
import { createAccount, fixtures, mock } from '@casefront/core/testing';
import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as stories from '../../../../stories/checklist.stories.ts';
import * as dashboardStories from '../../../../stories/dashboard.stories.ts';
import { find, press, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, settled, show, wordsOf } from '../../../../stories/support/show.ts';
import { newcomer } from '../../../../stories/support/viewers.ts';

/** What has the focus, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const progress = (stage: HTMLElement) => seek(stage, '[part=progress]')?.textContent?.trim();

const reaches = (stage: HTMLElement, words: string) =>
  waitUntil(() => progress(stage) === words, `never was ${words}`, { timeout: 5_000 });

/** The steps, each with whether it is done. */
const steps = (stage: HTMLElement) =>
  [...seek(stage, 'portal-getting-started')!.shadowRoot!.querySelectorAll('.list__item')].map((item) => [
    item.querySelector('.row__title')!.textContent,
    item.querySelector('.row__meta')?.textContent ?? '',
  ]);

const asked = (part: string) =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes(part)).length;

describe('<portal-getting-started>', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('says what is done, and how far one is, in words', async () => {
    const stage = await show(stories, 'Ready');
    expect(steps(stage)).to.deep.equal([
      ['Choose your password', 'Done'],
      ['See where your case stands', 'Done'],
      ['See what you need to do', ''],
      ['Bookmark this portal', ''],
    ]);
    expect(progress(stage)).to.equal('2 of 4 done');
    expect(wordsOf(stage)).not.to.contain('%');
  });

  it('names invoices only where the server does', async () => {
    expect(wordsOf(await show(stories, 'Fresh'))).to.contain('Look at your invoices');
    expect(wordsOf(await show(stories, 'Ready'))).not.to.contain('invoices');
  });

  it('leaves out a step that it does not know, and does not count it', async () => {
    const stage = await show(stories, 'NewerServer');
    expect(steps(stage)).to.have.length(2);
    expect(progress(stage)).to.equal('1 of 2 done');
  });

  it('leads to the cases', async () => {
    const stage = await show(stories, 'Fresh');
    const told = oneEvent(stage, 'portal-navigate');
    await press(stage, '.row--link');
    expect((await told).detail.place).to.equal('cases');
  });

  it('ticks the tasks when their link is followed', async () => {
    const stage = await show(stories, 'Ready');
    const told = oneEvent(stage, 'portal-navigate');
    await press(stage, '.row--link');
    expect((await told).detail.place).to.equal('dashboard');
    await reaches(stage, '3 of 4 done');
  });

  it('ticks nothing before the server says so', async () => {
    const stage = await show(stories, 'Saving');
    expect(wordsOf(stage)).to.contain('Saving…');
    expect(progress(stage)).to.equal('2 of 4 done');
    expect(steps(stage).at(-1)).to.deep.equal(['Bookmark this portal', '']);
  });

  it('says when something was not saved, and leaves it as it was', async () => {
    const stage = await show(stories, 'NotSaved');
    expect(seek(stage, '.notice')!.textContent).to.contain('That wasn’t saved');
    expect(progress(stage)).to.equal('2 of 4 done');
  });

  it('saves once, however often it is pressed', async () => {
    let ticks = 0;
    const account = createAccount();
    const counted = mock(checklist.tick, ({ what }) => (ticks++, account.tick(what)));
    const stage = await show(answering(stories, 'Ready', counted), 'Ready');
    const button = await find(stage, '.how .button');
    button.click();
    button.click();
    await settled(stage);
    expect(ticks).to.equal(1);
  });

  it('goes by keyboard alone: opens how to bookmark, says it is done, and goes on at the heading', async () => {
    const stage = await show(stories, 'Ready');
    (await find(stage, 'summary')).focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    expect(focused()!.textContent).to.equal('home page');
    await sendKeys({ press: 'Tab' });
    expect(focused()!.textContent?.trim()).to.equal('I’ve bookmarked it');
    await sendKeys({ press: 'Enter' });
    await reaches(stage, '3 of 4 done');
    await waitUntil(() => focused()!.textContent === 'Getting started', 'the focus was lost');
  });

  it('is gone when the last step is done, and says so once', async () => {
    const stage = await show(stories, 'Finished');
    expect(wordsOf(stage).trim()).to.equal('You know your way around now');
    expect(focused()!.matches('.gone')).to.equal(true);
    clear();
    const account = createAccount({ checklist: { ...fixtures.checklist, finished: true } });
    const finished = mock(checklist.get, () => account.checklist);
    expect(wordsOf(await show(answering(stories, 'Ready', finished), 'Ready')).trim()).to.equal('');
  });

  it('warns of bookmarks where people may be watched', async () => {
    expect(wordsOf(await show(stories, 'WatchedPeople'))).to.contain('Whoever uses this device');
    expect(wordsOf(await show(stories, 'HowToBookmark'))).not.to.contain('Whoever uses this device');
  });

  checkStories(stories);
});

describe('the first steps on the first screen', () => {
  afterEach(clear);

  it('F13: stand first until they are finished, in the one answer that the screen asks for', async () => {
    const account = createAccount();
    performance.clearResourceTimings();
    const stage = await show(answering(dashboardStories, 'Newcomer', ...newcomer(account)), 'Newcomer');
    await find(stage, '.how');
    const [first] = seek(stage, '.column')!.children;
    expect(first!.localName).to.equal('portal-getting-started');
    expect([asked('/v1/dashboard'), asked('/v1/checklist')]).to.deep.equal([1, 0]);

    await press(stage, 'portal-getting-started .row--link, .how .button');
    await reaches(stage, '3 of 4 done');
    expect([asked('/v1/dashboard'), asked('/v1/checklist')]).to.deep.equal([2, 1]);

    const started = seek(stage, 'portal-getting-started')!;
    (await find(started.shadowRoot!, '.row--link')).click();
    expect(focused()!.textContent).to.equal('What you need to do');
    await find(stage, '.gone');
    expect(account.checklist.finished).to.equal(true);
    expect(wordsOf(stage)).to.contain('You know your way around now');
    expect(seek(stage, '.how')).to.equal(undefined);
    clear();
    const later = await show(answering(dashboardStories, 'Newcomer', ...newcomer(account)), 'Newcomer');
    expect(seek(later, 'portal-getting-started')).to.equal(undefined);
  });

  it('are not there where the host has chosen other sections', async () => {
    const chosen = answering(dashboardStories, 'ChosenSections', ...newcomer(createAccount()));
    const stage = await show(chosen, 'ChosenSections');
    expect(seek(stage, 'portal-getting-started')).to.equal(undefined);
  });
});
