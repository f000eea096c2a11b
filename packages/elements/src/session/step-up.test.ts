import { expect } from '@open-wc/testing';
import { email } from '@casefront/core/endpoints/email';
import { session } from '@casefront/core/endpoints/session';
import { mock, problem } from '@casefront/core/testing';
import * as all from '../../../../stories/step-up.stories.ts';
import { find, press, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, only, settled, show, wordsOf } from '../../../../stories/support/show.ts';
import { send } from '../../../../stories/support/sign-in.ts';
import { stateFor, type PortalState } from '../state/index.ts';

const stories = only(all, (name) => name !== 'asksForProof');
const { asksForProof } = all;

/** The story with answers of its own: proofs are remembered from one showing to the next. */
async function begin(name = 'Password', ...first: ReturnType<typeof asksForProof>) {
  const stage = await show(answering(stories, name, ...first, ...asksForProof()), name, { still: true });
  await find(stage, '.row');
  const state = stateFor(stage.querySelector('[api]')!.getAttribute('api')!);
  return { stage, state };
}

const change = (state: PortalState, address = 'new@example.com') =>
  state.client.call(email.change, { email: address }).then(
    ({ change: { newEmail } }) => newEmail,
    (error: { code: string }) => error.code,
  );

const dialogs = (stage: HTMLElement) => stage.querySelectorAll('portal-step-up');

describe('a fresh proof', () => {
  afterEach(clear);

  it('is asked for in light DOM, and then what was being done goes on', async () => {
    const { stage, state } = await begin();
    const done = change(state);
    await find(stage, 'dialog[open]');
    const field = await find<HTMLInputElement>(stage, 'portal-step-up input[name=password]');
    expect([field.autocomplete, field.getRootNode() === document]).to.deep.equal(['current-password', true]);
    expect(field.matches(':focus')).to.equal(true);
    await send(stage, { password: 'correct horse battery' });
    expect(await done).to.equal('new@example.com');
    await settled(stage);
    expect(dialogs(stage)).to.have.length(0);
  });

  it('says that the password is not right, and asks again', async () => {
    const { stage, state } = await begin();
    const done = change(state);
    await find(stage, 'dialog[open]');
    await send(stage, { password: 'wrong' });
    await find(stage, 'dialog .summary');
    expect(wordsOf(stage)).to.contain('That password isn’t right');
    await send(stage, { password: 'correct horse battery' });
    expect(await done).to.equal('new@example.com');
  });

  it('can be put off: nothing is changed, and whoever asked says so', async () => {
    const { stage, state } = await begin();
    const done = change(state);
    await press(stage, 'dialog[open] .button--secondary');
    expect(await done).to.equal('auth.step-up');
    await settled(stage);
    expect(dialogs(stage)).to.have.length(0);
    expect(state.session).to.not.equal(null);
  });

  it('is asked for once by several things that need it', async () => {
    const { stage, state } = await begin();
    const done = Promise.all([change(state, 'a@example.com'), change(state, 'b@example.com')]);
    await find(stage, 'dialog[open]');
    await settled(stage);
    expect(dialogs(stage)).to.have.length(1);
    await send(stage, { password: 'correct horse battery' });
    expect(await done).to.deep.equal(['a@example.com', 'b@example.com']);
  });

  it('asks for the second factor where there is one', async () => {
    const stage = await show(stories, 'Code');
    expect(seek(stage, 'dialog input[name=password]')).to.equal(undefined);
    expect(seek(stage, 'dialog [autocomplete=one-time-code]')).to.not.equal(undefined);
  });

  it('ends with the session', async () => {
    const { stage, state } = await begin('Password', mock(session.confirmPassword, problem('auth.expired')));
    const done = change(state);
    await find(stage, 'dialog[open]');
    await send(stage, { password: 'correct horse battery' });
    expect(await done).to.equal('auth.step-up');
    expect(state.session).to.equal(null);
    await settled(stage);
    expect(dialogs(stage)).to.have.length(0);
  });

  it('takes its place inside a whole portal, and gives the focus back', async () => {
    const { stage, state } = await begin('InPortal');
    const link = await find(stage, '.row--link');
    link.focus();
    const done = change(state);
    await find(stage, 'dialog[open]');
    expect(dialogs(stage)[0]!.assignedSlot?.name).to.equal('over');
    await press(stage, 'dialog[open] .button--secondary');
    await done;
    await settled(stage);
    expect(link.matches(':focus')).to.equal(true);
  });

  checkStories(stories);
});
