/** Ways in, and what becomes of everybody else’s. */
import { testApp } from '../../../../packages/server-adapter/src/testing/app.ts';
import { TestAuthenticator } from '../../../../packages/server-adapter/src/testing/authenticator.ts';
import type { Stage, Visitor } from '../stage.ts';
import type { Story } from '../stories.ts';

const visitor = (): Visitor => ({ credential: {} });

const onlyTo = (stage: Stage, mails: readonly { to: string }[], address: string) =>
  stage.expect(
    mails.length > 0 && mails.every(({ to }) => to === address),
    `mails went to ${mails.map(({ to }) => to).join(', ')} and not to ${address} alone`,
  );

const secondFactor: Story = {
  async tell(stage) {
    const { id, ok, only, keys, email } = stage;
    const cora = id('cora');
    // All of the codes that came with this one's phone are used.
    const { factors } = await ok('witness', 'session.get');
    stage.expect(factors.join() === 'passkey', `somebody could show ${factors.join()}`);
    const browser = visitor();
    await only([cora], async () => {
      const input = { email: email('cora'), password: keys.password };
      const { stage: how, person } = await ok(browser, 'session.create', input);
      stage.expect(how === 'second-factor' && person.id === cora, `signed in ${person.id}, ${how}`);
      const done = await ok(browser, 'session.confirmCode', { code: keys.codes[0] });
      stage.expect(done.stage === 'complete' && done.person.id === cora, 'a code did not finish it');
      onlyTo(stage, await stage.mails(), email('cora'));
      await ok(browser, 'factors.newRecoveryCodes');
    });
    if (stage.letter === 'a') await only([cora], () => withPhone(stage));
    await only([id('ana')], async () => {
      const phone = new TestAuthenticator({ origin: stage.origin });
      const { options } = await ok('ana', 'factors.startPasskey');
      await ok('ana', 'factors.addPasskey', { name: 'Phone', response: phone.create(options) });
    });
    await only([cora], () => ok('admin', 'firm.access.removeFactors', { id: cora }));
  },
};

/** The passkey knows the page that it is for. */
async function withPhone({ ok, expect, keys, id }: Stage): Promise<void> {
  const browser = visitor();
  const { options } = await ok(browser, 'session.passkeySignInOptions');
  const { person } = await ok(browser, 'session.passkeySignIn', { response: keys.phone.get(options) });
  expect(person.id === id('cora'), `a passkey signed in ${person.id}`);
}

/** Whoever has the same id elsewhere sets an app up: it is theirs alone. */
const appElsewhere: Story = {
  async before(other, stage) {
    const who = other.nameOf(stage.id('ana'))!;
    const { secret } = await other.ok(who, 'factors.startTotp');
    const app = testApp({ clock: other.clock } as never, secret);
    await other.ok(who, 'factors.confirmTotp', { code: app.code() });
  },
  async tell({ ok, expect }) {
    const { factors } = await ok('ana', 'session.get');
    expect(factors.join() === 'password', `somebody could show ${factors.join()}`);
  },
};

const passwords: Story = {
  async tell(stage) {
    const { id, ok, only, keys, email, mails } = stage;
    const bo = id('bo');
    await only([bo], async () => {
      const input = { current: keys.password, password: 'seven brown otters in a row' };
      await ok('bo', 'password.change', input);
      onlyTo(stage, await mails(), email('bo'));
    });
  },
};

const resets: Story = {
  async tell(stage) {
    const { id, ok, only, email, refused } = stage;
    // Nobody gives themself another role, nor a way in.
    await refused('boss', 'firm.people.update', { id: id('boss'), role: 'attorney' }, 'conflict');
    await refused('boss', 'firm.access.reset', { id: id('boss') }, 'conflict');
    await only([id('cora')], async () => {
      await ok('att1', 'firm.access.reset', { id: id('cora') });
      onlyTo(stage, await stage.mails(), email('cora'));
    });
  },
};

const enrolment: Story = {
  async tell({ ok, only, book, refused }) {
    const staff = [...book.people].filter(([, { kind }]) => kind === 'staff').map(([one]) => one);
    await only(staff, () => ok('admin', 'firm.settings.update', { secondFactor: 'staff' }));
    await refused('att1', 'firm.cases.list', {}, 'auth.incomplete');
    await ok('ana', 'cases.list');
  },
};

const invitations: Story = {
  async tell(stage) {
    const { id, ok, only, keys, refused } = stage;
    const anyone = visitor();
    await only([id('kim')], async () => {
      await ok(anyone, 'invitations.accept', { token: keys.kim, password: keys.password });
      await stage.mails();
      // A link that was used: there is another good one at the firm, and it is not theirs.
      await ok(visitor(), 'invitations.renew', { token: keys.kim });
      onlyTo(stage, await stage.mails(), 'kim@people.example');
    });
    await ok(visitor(), 'invitations.look', { token: keys.gil });
    await only([id('gil')], () =>
      ok('boss', 'firm.people.update', { id: id('gil'), email: 'gil.other@people.example' }),
    );
    await refused(visitor(), 'invitations.look', { token: keys.gil }, 'invitation.ended');
    await only([id('gil')], async () => {
      await ok('boss', 'firm.invitations.create', { id: id('gil') });
      onlyTo(stage, await stage.mails(), 'gil.other@people.example');
    });
  },
};

const elsewhere = 'elsewhere@people.example';
const addresses: Story = {
  // Whoever has the address at another firm is in nobody’s way.
  async before({ ok }) {
    await ok('admin', 'firm.people.create', { name: 'Somebody', email: elsewhere });
  },
  async tell(stage) {
    const { id, ok, only, keys, email } = stage;
    await only([id('cora')], async () => {
      await ok('cora', 'email.change', { email: elsewhere });
      const { change } = await ok('cora', 'email.get');
      stage.expect(change?.newEmail === elsewhere, 'the change is not the one that was asked for');
      const tokens = (await stage.mails()).map(({ to, text }) => ({
        to,
        token: /#email=([\w-]{43})/.exec(text)?.[1],
      }));
      const answers: boolean[] = [];
      for (const address of [email('cora'), elsewhere]) {
        const token = tokens.find(({ to }) => to === address)?.token;
        const { changed } = await ok(visitor(), 'email.confirm', { token, password: keys.password });
        answers.push(changed);
      }
      stage.expect(answers.join() === 'false,true', `the address was changed: ${answers.join()}`);
    });
  },
};

/** Whom the site knows by a number of its own, and who comes in by it for the first time. */
const exchange: Story = {
  async tell({ letter, ok, only, id, host, clock, origin, expect }) {
    if (letter !== 'a') return;
    const stand = { clock: Object.assign(clock, { pass: () => {} }), firm: { origin } } as never;
    for (const [name, subject] of [
      ['boss', 'external-boss'],
      ['ivy', id('ivy')],
    ] as const)
      await only([id(name)], async () => {
        const { person } = await ok(visitor(), 'session.exchange', {
          token: await host.token(stand, subject),
        });
        expect(person.id === id(name), `a token of ${name} signed in ${person.id}`);
      });
  },
};

export const stories: Readonly<Record<string, Story>> = {
  'a second factor': secondFactor,
  'an app elsewhere': appElsewhere,
  'a new password': passwords,
  'a reset': resets,
  'a second factor that is asked for': enrolment,
  'two invitations': invitations,
  'a new address': addresses,
  'a token of the site': exchange,
};
