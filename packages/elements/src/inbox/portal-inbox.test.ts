import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { threads } from '@casefront/core/endpoints/threads';
import { aPage, fixtures, mock, threadSummary } from '@casefront/core/testing';
import * as all from '../../../../stories/inbox.stories.ts';
import { find, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, only, settled, show, wordsOf } from '../../../../stories/support/show.ts';

/** The stories of the list; conversations and new messages have tests of their own. */
const stories = only(all, (name) => !/^(Thread|Compose|Sent|NotSent|NearTheLimit)/.test(name));

const rows = (stage: HTMLElement) => [
  ...seek(stage, 'portal-inbox')!.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.row'),
];
const titleOf = (stage: HTMLElement) => seek(stage, 'portal-inbox .title, .title')!;

describe('<portal-inbox>', () => {
  afterEach(clear);

  it('says of each conversation the subject, who wrote last, and how it begins', async () => {
    const [first, second] = rows(await show(stories, 'Ready'));
    expect(first!.innerText).to.match(
      /Your interview date[^]*Ruth Okafor: It has come[^]*Citizenship application/,
    );
    expect(second!.innerText).to.match(/You: Do I have to list/);
  });

  it('says in words, not only in bold, what is new', async () => {
    const [first, second] = rows(await show(stories, 'Ready'));
    expect(first!.textContent).to.contain('New');
    expect(getComputedStyle(first!.querySelector('.row__title')!).fontWeight).to.equal('600');
    expect(second!.textContent).not.to.contain('New');
  });

  it('opens a conversation in place, with the keyboard, and begins reading at its subject', async () => {
    const stage = await show(stories, 'Ready');
    rows(stage)[0]!.focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await find(stage, '.message');
    await settled(stage);
    expect(titleOf(stage).textContent).to.equal('Questions about the finances');
    expect((titleOf(stage).getRootNode() as ShadowRoot).activeElement).to.equal(titleOf(stage));
    expect(location.hash).to.match(/^#\/inbox\/thr_/);
  });

  it('goes back to the list by the browser’s own button', async () => {
    const stage = await show(stories, 'Ready');
    rows(stage)[1]!.click();
    await find(stage, '.message');
    history.back();
    await find(stage, '.row');
    expect(titleOf(stage).textContent).to.equal('Messages');
  });

  it('leaves the address alone when the host takes over', async () => {
    const stage = await show(stories, 'Ready');
    stage.addEventListener('portal-navigate', (event) => event.preventDefault());
    rows(stage)[0]!.click();
    await settled(stage);
    expect(location.hash).to.equal('');
    expect(titleOf(stage).textContent).to.equal('Messages');
  });

  it('shows what its attributes say, and what the address says after that', async () => {
    const stage = await show(stories, 'Ready');
    const element = seek(stage, 'portal-inbox')!;
    element.setAttribute('thread-id', fixtures.threads[2].id);
    await find(stage, '.message');
    expect(titleOf(stage).textContent).to.equal('A call from the insurer');
    location.hash = '#/inbox/new';
    await find(stage, '#subject');
    element.removeAttribute('thread-id');
    await settled(stage);
    expect(seek(stage, '#subject')).not.to.equal(undefined);
    location.hash = '#contact';
    await settled(stage);
    expect(seek(stage, '#subject')).not.to.equal(undefined, 'a fragment of the page is not ours');
  });

  it('shows the conversations of one case when the host names it', async () => {
    const asked: (string | undefined)[] = [];
    const listed = mock(threads.list, ({ caseId }) => {
      asked.push(caseId);
      return aPage([threadSummary(fixtures.threads[1])]);
    });
    const stage = await show(answering(stories, 'Ready', listed), 'Ready', { still: true });
    seek(stage, 'portal-inbox')!.setAttribute('case-id', fixtures.cases[1].id);
    await settled(stage);
    expect(asked.at(-1)).to.equal(fixtures.cases[1].id);
    expect(seek<HTMLAnchorElement>(stage, '.button--primary')!.hash).to.equal(
      `#/inbox/new/${fixtures.cases[1].id}`,
    );
  });

  it('adds the next page when asked', async () => {
    const stage = await show(stories, 'Many');
    const before = rows(stage).length;
    seek(stage, '.inbox > .button')!.click();
    await settled(stage);
    expect(rows(stage).length).to.equal(before + 3);
  });

  it('invites whoever has not written yet', async () => {
    const stage = await show(stories, 'Empty');
    expect(wordsOf(stage)).to.contain('Ask us anything about your case.');
    expect(seek(stage, '.button--primary')).not.to.equal(undefined);
  });

  it('offers no writing to whoever may not', async () => {
    expect(seek(await show(stories, 'EmptyReadOnly'), '.button')).to.equal(undefined);
  });

  it('shows the same in two copies on a page', async () => {
    const stage = await show(stories, 'Ready');
    const first = seek(stage, 'portal-inbox')!;
    stage.append(first.cloneNode(true));
    rows(stage)[2]!.click();
    await settled(stage);
    const titles = [...stage.querySelectorAll('portal-inbox')].map(
      (element) => element.shadowRoot!.querySelector('.title')?.textContent,
    );
    expect(titles).to.deep.equal(['A call from the insurer', 'A call from the insurer']);
  });
});

checkStories(stories);
