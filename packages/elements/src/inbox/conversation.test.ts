import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { notifications } from '@casefront/core/endpoints/notifications';
import { messages, threads } from '@casefront/core/endpoints/threads';
import { aMessage, aPage, fixtures, mock, problem } from '@casefront/core/testing';
import * as all from '../../../../stories/inbox.stories.ts';
import { find, press, seek, type } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, only, settled, show, wordsOf } from '../../../../stories/support/show.ts';
import { stateFor } from '../state/index.ts';

const stories = only(all, (name) => /^(Thread|Sent|NotSent|NearTheLimit)/.test(name));
const [interview, , insurer] = fixtures.threads;

const bodies = (stage: HTMLElement) =>
  [...seek(stage, 'portal-inbox')!.shadowRoot!.querySelectorAll('.message__body')].map(
    (one) => one.textContent,
  );
const written = (stage: HTMLElement) => seek<HTMLTextAreaElement>(stage, 'textarea')!.value;

describe('a conversation in <portal-inbox>', () => {
  afterEach(clear);

  it('shows the newest message at the bottom, and brings it into view', async () => {
    const stage = await show(stories, 'Thread');
    expect(bodies(stage)).to.have.length(40);
    expect(bodies(stage).at(-1)).to.match(/^It has come/);
    const last = seek(stage, '.message:last-child')!.getBoundingClientRect();
    expect(last.bottom).to.be.lessThan(innerHeight);
    expect(scrollY).to.be.greaterThan(0);
  });

  it('says who can read it', async () => {
    expect(wordsOf(await show(stories, 'Thread'))).to.contain(
      'Who can read this: You, Ruth Okafor, and Peter Lindqvist',
    );
  });

  it('shows messages as the plain text they are, with web addresses as links', async () => {
    const stage = await show(stories, 'ThreadLongWords');
    expect(bodies(stage)[0]).to.contain('<b>Not bold</b>, and\n\n    indented');
    const link = seek<HTMLAnchorElement>(stage, '.message--own a')!;
    expect(link.rel).to.equal('noopener noreferrer');
    expect(link.protocol).to.equal('https:');
  });

  it('adds earlier messages without moving what is being read', async () => {
    const stage = await show(stories, 'ThreadPages', { width: 360 });
    const newest = seek(stage, '.message:last-child')!;
    const earlier = seek(stage, '.inbox > .button')!;
    earlier.focus();
    scrollTo(0, 0);
    const before = newest.getBoundingClientRect().top;
    await sendKeys({ press: 'Enter' });
    await find(stage, '.message:nth-child(30)');
    await settled(stage);
    expect(newest.getBoundingClientRect().top).to.be.closeTo(before, 2);
    expect(wordsOf(stage)).to.contain('18 earlier messages loaded');
  });

  it('keeps the focus in the conversation when there is nothing earlier to load', async () => {
    const stage = await show(stories, 'ThreadPages');
    await press(stage, '.inbox > .button');
    await find(stage, '.message:nth-child(30)');
    await settled(stage);
    const root = seek(stage, 'portal-inbox')!.shadowRoot!;
    expect(root.activeElement).to.equal(root.querySelector('.messages'));
  });

  it('marks it as seen, as far as was seen', async () => {
    const seen: unknown[] = [];
    const told = mock(notifications.seen, (item) => {
      seen.push(item);
      return fixtures.counts;
    });
    await settled(await show(answering(stories, 'ThreadUnseen', told), 'ThreadUnseen'));
    expect(seen).to.deep.equal([{ type: 'thread', id: interview.id, revision: interview.revision }]);
  });

  it('shows what comes while it is open, and marks that as seen too', async () => {
    let news = 0;
    const seen: number[] = [];
    const coming = [
      mock(threads.get, () => ({ ...interview, unseen: true, revision: 40 + news })),
      mock(messages.list, () => aPage(fixtures.messages.slice(1 - news, 3))),
      mock(notifications.seen, ({ revision }) => {
        seen.push(revision);
        return fixtures.counts;
      }),
    ];
    const stage = await show(answering(stories, 'ThreadUnseen', ...coming), 'ThreadUnseen');
    expect(bodies(stage)).to.have.length(2);
    news = 1;
    await stateFor(seek<HTMLElementTagNameMap['portal-inbox']>(stage, 'portal-inbox')!.api!).cache.invalidate(
      [messages.list],
    );
    await find(stage, '.message:nth-child(3)');
    await settled(stage);
    expect(seen).to.deep.equal([40, 41]);
  });

  it('says the same for one that is missing and one of somebody else', async () => {
    const words = wordsOf(await show(stories, 'ThreadNotFound'));
    expect(words).to.contain('It may no longer be shared with you.');
    expect(words).to.contain('All messages');
  });

  it('shows the firm’s note for emergencies by the reply', async () => {
    const stage = await show(stories, 'ThreadShort');
    expect(seek(stage, '#reply-hint')!.textContent).to.contain('call 911');
    expect(seek(stage, 'textarea')!.getAttribute('aria-describedby')).to.contain('reply-hint');
  });

  it('says that a reply was sent when the server has said so, and tells the page', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = mock(messages.reply, async ({ body }) => {
      await held;
      return aMessage({ body });
    });
    const stage = await show(answering(stories, 'ThreadShort', slow), 'ThreadShort');
    const told: unknown[] = [];
    stage.addEventListener('portal-message-sent', (event) => told.push(event.detail));
    await type(stage, 'textarea', 'Thank you.');
    await press(stage, '[type=submit]');
    await settled(stage);
    expect(wordsOf(stage)).to.contain('Sending…');
    expect(wordsOf(stage)).not.to.contain('Your message was sent');
    expect(written(stage)).to.equal('Thank you.');
    release();
    await find(stage, '.notice--success');
    await settled(stage);
    expect(written(stage)).to.equal('');
    expect(told).to.deep.equal([{ threadId: insurer.id, caseId: insurer.caseId, started: false }]);
  });

  it('keeps the words of a reply that was not sent, and tries again under the same key', async () => {
    const keys: (string | null)[] = [];
    const failing = mock(messages.reply, (_, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      return keys.length < 2 ? problem('server.failed') : aMessage({ body: 'Thank you.' });
    });
    const stage = await show(answering(stories, 'ThreadShort', failing), 'ThreadShort');
    await type(stage, 'textarea', 'Thank you.');
    await press(stage, '[type=submit]');
    await find(stage, '.notice--danger');
    expect(written(stage)).to.equal('Thank you.');
    expect(wordsOf(stage)).to.contain('Your message is still here.');
    await press(stage, '.notice--danger .button');
    await find(stage, '.notice--success');
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('takes a new key for new words', async () => {
    const keys: (string | null)[] = [];
    const failing = mock(messages.reply, (_, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      return problem('server.failed');
    });
    const stage = await show(answering(stories, 'ThreadShort', failing), 'ThreadShort');
    for (const words of ['Thank you.', 'Thank you!']) {
      await type(stage, 'textarea', words);
      await press(stage, '[type=submit]');
      await settled(stage);
    }
    expect(new Set(keys).size).to.equal(2);
  });

  it('sends nothing twice when the button is pressed twice', async () => {
    let sent = 0;
    const counting = mock(messages.reply, async ({ body }) => {
      sent++;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return aMessage({ body });
    });
    const stage = await show(answering(stories, 'ThreadShort', counting), 'ThreadShort');
    await type(stage, 'textarea', 'Thank you.');
    await press(stage, '[type=submit]');
    await press(stage, '[type=submit]');
    await find(stage, '.notice--success');
    expect(sent).to.equal(1);
  });

  it('says what is missing, above and at the field, and moves there', async () => {
    const stage = await show(stories, 'ThreadShort');
    await press(stage, '[type=submit]');
    const summary = await find(stage, '.summary');
    await settled(stage);
    expect((summary.getRootNode() as ShadowRoot).activeElement).to.equal(summary);
    expect(seek(stage, '#reply-error')!.textContent).to.contain('Write your message');
    expect(summary.textContent).to.contain('Write your message');
    summary.querySelector('a')!.click();
    expect((summary.getRootNode() as ShadowRoot).activeElement).to.equal(seek(stage, 'textarea'));
  });

  it('counts down near the limit, lets one type on, and refuses politely', async () => {
    const stage = await show(stories, 'NearTheLimit');
    expect(wordsOf(stage)).to.contain('You have 12 characters left');
    await type(stage, 'textarea', 'x'.repeat(20_001));
    await settled(stage);
    expect(wordsOf(stage)).to.contain('1 character too many');
    await press(stage, '[type=submit]');
    await find(stage, '.summary');
    expect(wordsOf(stage)).to.contain('Shorten your message to 20,000 characters or fewer');
  });

  it('keeps what was typed over going elsewhere, in memory and nowhere else', async () => {
    const stage = await show(stories, 'ThreadShort');
    const element = seek(stage, 'portal-inbox')!;
    await type(stage, 'textarea', 'Half a thought');
    element.setAttribute('thread-id', interview.id);
    await find(stage, '.message:nth-child(40)');
    await settled(stage);
    expect(written(stage)).to.equal('');
    element.remove();
    stage.append(element);
    element.setAttribute('thread-id', insurer.id);
    await settled(stage);
    expect(written(stage)).to.equal('Half a thought');
    const stored = JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
    expect(stored).not.to.contain('Half a thought');
  });

  it('asks before the page is left while something is unsent, and not otherwise', async () => {
    const leaving = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    const stage = await show(stories, 'ThreadShort');
    expect(leaving()).to.equal(false);
    await type(stage, 'textarea', 'Half a thought');
    expect(leaving()).to.equal(true);
    await type(stage, 'textarea', '');
    expect(leaving()).to.equal(false);
  });

  it('offers no reply to whoever may not write', async () => {
    const stage = await show(stories, 'ThreadReadOnly');
    expect(seek(stage, '.message')).not.to.equal(undefined);
    expect(seek(stage, 'textarea')).to.equal(undefined);
  });
});

checkStories(stories);
