import { expect, waitUntil } from '@open-wc/testing';
import { factors } from '@casefront/core/endpoints/factors';
import { session } from '@casefront/core/endpoints/session';
import { createAccount, fixtures, mock, problem, world } from '@casefront/core/testing';
import * as stories from '../../../../stories/second-factor.stories.ts';
import { find, press } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, settled, show } from '../../../../stories/support/show.ts';
import { send } from '../../../../stories/support/sign-in.ts';

const element = (stage: HTMLElement) => stage.querySelector('portal-sign-in')!;
const words = (stage: HTMLElement) => element(stage).textContent!.replace(/\s+/g, ' ');
const buttons = (stage: HTMLElement) =>
  [...stage.querySelectorAll('.ways .button')].map(({ textContent }) => textContent!.trim());

/** What a browser's own window would give. */
function withPasskey(answer: () => Promise<unknown>): () => void {
  const { credentials } = navigator;
  const before = { get: credentials.get, create: credentials.create };
  Object.assign(credentials, { get: answer, create: answer });
  return () => Object.assign(credentials, before);
}

const passkey = { toJSON: () => ({ id: 'abc', type: 'public-key', response: {} }) };

describe('the second step of signing in', () => {
  afterEach(clear);

  it('takes a code as people type it, from a field that phones know', async () => {
    const sent: unknown[] = [];
    const noted = mock(session.confirmCode, (input) => (sent.push(input), fixtures.session));
    const stage = await show(answering(stories, 'SecondFactor', noted), 'SecondFactor');
    const field = await find<HTMLInputElement>(stage, 'input[name=code]');
    expect([field.autocomplete, field.inputMode]).to.deep.equal(['one-time-code', 'numeric']);
    await send(stage, { code: '123 456' });
    await settled(stage);
    expect(sent).to.deep.equal([{ code: '123456' }]);
    expect(element(stage).hidden).to.equal(true);
  });

  it('says what to do about a wrong code, and keeps it there to mend', async () => {
    const stage = await show(stories, 'SecondFactorWrong');
    expect(words(stage)).to.contain('wait for the next one');
    expect((await find<HTMLInputElement>(stage, 'input[name=code]')).value).to.equal('000 000');
  });

  it('takes a passkey', async () => {
    const sent: unknown[] = [];
    const noted = mock(session.confirmPasskey, (input) => (sent.push(input), fixtures.session));
    const restore = withPasskey(() => Promise.resolve(passkey));
    const stage = await show(answering(stories, 'SecondFactorPasskey', noted), 'SecondFactorPasskey');
    await press(stage, 'button[type=submit]');
    await waitUntil(() => element(stage).hidden, 'it is still asked for');
    restore();
    expect(sent).to.deep.equal([{ response: passkey.toJSON() }]);
  });

  it('offers the other ways, and says when a passkey was not used', async () => {
    const restore = withPasskey(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    const stage = await show(stories, 'SecondFactorPasskey');
    expect(buttons(stage)).to.deep.equal([
      'Use a code from your app',
      'Use a recovery code',
      'Sign in as someone else',
    ]);
    await press(stage, 'button[type=submit]');
    await find(stage, '.summary');
    restore();
    expect(words(stage)).to.contain('The passkey wasn’t used');
    await press(stage, '.ways .button');
    await settled(stage);
    expect(document.activeElement?.getAttribute('autocomplete')).to.equal('one-time-code');
  });

  it('leads back to address and password', async () => {
    const stage = await show(stories, 'SecondFactor');
    await press(stage, '.help .button');
    await find(stage, 'input[name=password]');
  });

  it('says that it took too long when the begun session has ended', async () => {
    const ended = mock(session.confirmCode, problem('auth.expired'));
    const stage = await show(answering(stories, 'SecondFactor', ended), 'SecondFactor');
    await send(stage, { code: '123456' });
    await find(stage, 'input[name=password]');
    expect(words(stage)).to.contain('You were signed out');
  });
});

describe('setting up a second factor on the way in', () => {
  afterEach(clear);

  it('shows a picture to scan and the same key to type', async () => {
    const stage = await show(stories, 'EnrolApp');
    expect((await find(stage, '.qr')).getAttribute('aria-label')).to.contain('QR code');
    expect((await find(stage, '.secret')).textContent!.replace(/\s/g, '')).to.equal(fixtures.totp.secret);
    expect(stage.querySelector('[style]')).to.equal(null);
  });

  it('keeps the recovery codes on the screen until they are saved, also when the page asks again who is there', async () => {
    const account = createAccount();
    let done = false;
    const enrolling = { ...fixtures.session, stage: 'enrol' as const, sections: [], capabilities: [] };
    const stage = await show(
      {
        default: stories.default,
        EnrolApp: {
          ...stories.EnrolApp,
          parameters: {
            msw: [
              mock(session.get, () => (done ? account.session : enrolling)),
              mock(factors.confirmTotp, () => {
                done = true;
                return { session: account.session, recoveryCodes: [...account.newRecoveryCodes()] };
              }),
              ...world(undefined, account),
            ],
          },
        },
      },
      'EnrolApp',
    );
    await send(stage, { code: '123456' });
    const codes = await find(stage, '.codes');
    expect([...codes.children].map(({ textContent }) => textContent)).to.deep.equal(fixtures.recoveryCodes);
    // Monospaced as wide as they are: in two columns that were too narrow they lay over each other.
    for (const code of codes.children) expect(code.scrollWidth).to.be.at.most(code.clientWidth);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(stage);
    expect(words(stage)).to.contain(fixtures.recoveryCodes[0]);
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented, 'closing the page would lose them').to.equal(true);
    await press(stage, '.help .button--primary');
    await settled(stage);
    expect(element(stage).hidden).to.equal(true);
  });

  it('sets up a passkey with a name', async () => {
    const sent: unknown[] = [];
    const noted = mock(factors.addPasskey, (input) => {
      sent.push(input);
      return { session: fixtures.session, recoveryCodes: null };
    });
    const restore = withPasskey(() => Promise.resolve(passkey));
    const stage = await show(answering(stories, 'EnrolPasskey', noted), 'EnrolPasskey');
    await send(stage, { name: 'My phone' });
    await waitUntil(() => element(stage).hidden, 'it is still asked for');
    restore();
    expect(sent).to.deep.equal([{ name: 'My phone', response: passkey.toJSON() }]);
  });

  checkStories(stories);
});
