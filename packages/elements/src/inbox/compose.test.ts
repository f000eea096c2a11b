import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { threads } from '@casefront/core/endpoints/threads';
import { aThread, fixtures, mock, problem } from '@casefront/core/testing';
import * as all from '../../../../stories/inbox.stories.ts';
import * as portalStories from '../../../../stories/client-portal.stories.ts';
import { choose, find, press, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, only, settled, show, wordsOf } from '../../../../stories/support/show.ts';

const stories = only(all, (name) => name.startsWith('Compose'));
const [citizenship, divorce] = fixtures.cases;

const boxes = (stage: HTMLElement) => [
  ...seek(stage, 'portal-inbox')!.shadowRoot!.querySelectorAll<HTMLInputElement>('[type=checkbox]'),
];
const names = (stage: HTMLElement) =>
  boxes(stage).map((box) =>
    box.closest('label')!.querySelector('.choice__label')!.firstChild!.nodeValue?.trim(),
  );
const rootOf = (stage: HTMLElement) => seek(stage, 'portal-inbox')!.shadowRoot!;

describe('a new message in <portal-inbox>', () => {
  afterEach(clear);

  it('asks first which case it is about, and then shows exactly who works on that', async () => {
    const stage = await show(stories, 'Compose');
    expect(boxes(stage)).to.deep.equal([]);
    await choose(stage, 'select', citizenship.id);
    await find(stage, '[type=checkbox]');
    expect(rootOf(stage).querySelector('fieldset')!.innerText).to.match(
      /Ruth Okafor\s+Attorney\s+Peter Lindqvist\s+Paralegal/,
    );
    expect(boxes(stage).some(({ checked }) => checked)).to.equal(false);
    expect(names(stage)).to.have.length(2);
  });

  it('forgets who was chosen when the case changes', async () => {
    const stage = await show(stories, 'Compose');
    await choose(stage, 'select', citizenship.id);
    await press(stage, '[type=checkbox]');
    await choose(stage, 'select', fixtures.cases[2].id);
    await find(stage, '[type=checkbox]');
    await settled(stage);
    expect(boxes(stage)).to.have.length(3);
    expect(
      boxes(stage).some(({ checked }) => checked),
      'Ruth works on both cases',
    ).to.equal(false);
  });

  it('does not ask for the case when there is one', async () => {
    const stage = await show(stories, 'ComposeOneCase');
    expect(seek(stage, 'select')).to.equal(undefined);
    expect(boxes(stage)).to.have.length(2);
    boxes(stage)[0]!.click();
    await settled(stage);
    expect(boxes(stage).map(({ checked }) => checked)).to.deep.equal([true, false]);
  });

  it('is about the case that the host names', async () => {
    const stage = await show(stories, 'Compose');
    location.hash = `#/inbox/new/${divorce.id}`;
    await find(stage, '[type=checkbox]');
    expect(seek<HTMLSelectElement>(stage, 'select')!.value).to.equal(divorce.id);
  });

  it('opens inside a whole portal, which says by an attribute what to show', async () => {
    const stage = await show(portalStories, 'Messages');
    await find(stage, '.row--link');
    location.hash = '#/inbox/new';
    await find(stage, 'select');
  });

  it('sends to those who were chosen and no one else, then shows the conversation', async () => {
    const sent: unknown[] = [];
    const noted = mock(threads.start, (message) => {
      sent.push(message);
      return aThread({ subject: message.subject, id: fixtures.threads[2].id });
    });
    const stage = await show(answering(stories, 'ComposeFilled', noted), 'ComposeFilled');
    const told: unknown[] = [];
    stage.addEventListener('portal-message-sent', (event) => told.push(event.detail));
    await press(stage, '[type=submit]');
    await find(stage, '.message');
    expect(sent).to.deep.equal([
      {
        caseId: divorce.id,
        recipientIds: [fixtures.team.daniel.id],
        subject: 'Questions before the mediation',
        body: 'Will Daniel be in the same room?\n\nAnd may I bring my sister?',
      },
    ]);
    expect(told).to.deep.equal([{ threadId: fixtures.threads[2].id, caseId: citizenship.id, started: true }]);
    expect(location.hash).to.equal(`#/inbox/${fixtures.threads[2].id}`);
    await find(stage, '.notice--success');
  });

  it('begins anew after it was sent', async () => {
    const stage = await show(stories, 'ComposeSent');
    location.hash = '#/inbox/new';
    await find(stage, '#subject');
    await settled(stage);
    expect(seek<HTMLInputElement>(stage, '#subject')!.value).to.equal('');
  });

  it('says all that is missing, in the order of the form, and moves there', async () => {
    const stage = await show(stories, 'ComposeErrors');
    const summary = seek(stage, '.summary')!;
    expect([...summary.querySelectorAll('a')].map(({ textContent }) => textContent)).to.deep.equal([
      'Choose at least one person',
      'Write a subject, such as “Question about my hearing”',
      'Write your message',
    ]);
    expect(rootOf(stage).activeElement).to.equal(summary);
    summary.querySelector('a')!.click();
    expect(rootOf(stage).activeElement).to.equal(boxes(stage)[0]);
  });

  it('asks for the case before anything else', async () => {
    const stage = await show(stories, 'Compose');
    await press(stage, '[type=submit]');
    const summary = await find(stage, '.summary');
    expect(summary.querySelector('a')!.textContent).to.equal('Choose a case');
    expect(seek(stage, 'select')!.getAttribute('aria-invalid')).to.equal('true');
  });

  it('can be filled in and sent with the keyboard alone', async () => {
    const stage = await show(stories, 'ComposeOneCase');
    (await find(stage, '[type=checkbox]')).focus();
    for (const press of ['Space', 'Tab', 'Tab']) await sendKeys({ press });
    await sendKeys({ type: 'Parking' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Where do I park?' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await find(stage, '.notice--success');
    expect((await find(stage, '.message')).textContent).to.contain('Where do I park?');
  });

  it('says at the field that somebody has left the case', async () => {
    const stage = await show(stories, 'ComposeRefused');
    expect(seek(stage, '#recipientIds-error')!.textContent).to.contain('no longer works on this case');
    expect(seek<HTMLTextAreaElement>(stage, '#body')!.value).to.contain('same room');
  });

  it('shows what the server refuses at its field', async () => {
    const refusing = mock(
      threads.start,
      problem('request.invalid', { issues: [{ path: ['subject'], code: 'too_big', message: 'Too big' }] }),
    );
    const stage = await show(answering(stories, 'ComposeFilled', refusing), 'ComposeFilled');
    await press(stage, '[type=submit]');
    await find(stage, '#subject-error');
    expect(seek(stage, '.summary')!.textContent).to.contain('This is too long');
  });

  it('keeps everything when it was not sent, and tries again under the same key', async () => {
    const keys: (string | null)[] = [];
    const failing = mock(threads.start, (_, { idempotencyKey }) => {
      keys.push(idempotencyKey);
      return problem('server.failed');
    });
    const stage = await show(answering(stories, 'ComposeFilled', failing), 'ComposeFilled');
    await press(stage, '[type=submit]');
    await find(stage, '.notice--danger');
    await press(stage, '.notice--danger .button');
    await settled(stage);
    expect(keys).to.have.length(2);
    expect(keys[0]).to.equal(keys[1]);
    expect(seek<HTMLTextAreaElement>(stage, '#body')!.value).to.contain('same room');
  });

  it('keeps what was typed over going elsewhere', async () => {
    const stage = await show(stories, 'ComposeFilled');
    location.hash = '#/inbox';
    await find(stage, '.row');
    location.hash = '#/inbox/new';
    await find(stage, '#subject');
    await settled(stage);
    expect(seek<HTMLInputElement>(stage, '#subject')!.value).to.equal('Questions before the mediation');
    expect(seek<HTMLSelectElement>(stage, 'select')!.value).to.equal(divorce.id);
    expect(boxes(stage)[0]!.checked).to.equal(true);
  });

  it('does not let one write where nobody would read it', async () => {
    const stage = await show(stories, 'ComposeNobody');
    expect(wordsOf(stage)).to.contain('Please call us.');
    expect(seek(stage, '[type=submit]')).to.equal(undefined);
  });

  it('says when writing will be possible to whoever has no case yet', async () => {
    expect(wordsOf(await show(stories, 'ComposeWithoutCase'))).to.contain('once a case is shared with you');
  });
});

checkStories(stories);
