import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptInvitation } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';
import { stageOf } from './stage.ts';

const password = 'four green herons by the lake';
const nothing = { password: true, shortPassword: false, totp: false, passkey: false, recoveryCode: false };

describe('stageOf', () => {
  const firm = (secondFactor?: 'nobody' | 'staff' | 'everybody') => ({
    settings: { sections: [], idleMinutes: 30, ...(secondFactor && { secondFactor }) },
  });

  it('asks staff to set a second factor up, unless the firm says otherwise', () => {
    assert.equal(stageOf(firm(), 'staff', nothing, false), 'enrol');
    assert.equal(stageOf(firm(), 'client', nothing, false), 'complete');
    assert.equal(stageOf(firm('nobody'), 'staff', nothing, false), 'complete');
    assert.equal(stageOf(firm('everybody'), 'client', nothing, false), 'enrol');
  });

  it('asks whoever has one for it, whatever the firm says', () => {
    for (const held of [
      { ...nothing, totp: true },
      { ...nothing, passkey: true },
    ])
      assert.equal(stageOf(firm('nobody'), 'client', held, false), 'second-factor');
    assert.equal(stageOf(firm('nobody'), 'client', { ...nothing, recoveryCode: true }, false), 'complete');
  });

  it('asks nobody who has shown two', () => {
    assert.equal(stageOf(firm('everybody'), 'staff', nothing, true), 'complete');
    assert.equal(stageOf(firm('everybody'), 'staff', { ...nothing, totp: true }, true), 'complete');
  });
});

forEachDatabase((_, database) => {
  /** A firm that asks its staff for a second factor, and one of them who has just chosen a password. */
  const begin = async () => {
    const portal = await createTestPortal({ database });
    const daniel = await portal.firm.addStaff();
    const client = await portal.firm.addClient();
    await acceptInvitation(portal, client, password);
    await portal.database.transaction((tx) =>
      tx
        .updateTable('firms')
        .set({ settings: JSON.stringify({ sections: ['dashboard'], idleMinutes: 30 }) })
        .where('id', '=', portal.firm.id)
        .execute(),
    );
    return { portal, client, daniel, browser: await acceptInvitation(portal, daniel, password) };
  };

  it('lets staff no further than to a second factor, as the firm asks now and not a moment ago', async () => {
    const { browser, portal, client, daniel } = await begin();
    const session = await browser.portal.session.get();
    assert.equal(session.stage, 'enrol');
    assert.deepEqual(session.factors, ['password']);
    assert.deepEqual([session.sections, session.capabilities], [[], []]);
    await assert.rejects(browser.firm.cases.list(), failsWith('auth.incomplete'));
    await assert.rejects(browser.portal.notifications.counts(), failsWith('auth.incomplete'));
    // The controls: a client, and the same person by password again.
    const visitor = portal.firm.visitor();
    const { stage } = await visitor.portal.session.create({ email: client.email, password });
    assert.equal(stage, 'complete');
    const again = await visitor.portal.session.create({ email: daniel.email, password });
    assert.equal(again.stage, 'enrol');
  });

  it('G15: gives whoever is not in yet ten minutes, however busy', async () => {
    const { browser, portal } = await begin();
    const { expiresAt } = await browser.portal.session.get();
    assert.equal(Date.parse(expiresAt) - portal.clock().getTime(), 600_000);
    for (let minute = 0; minute < 9; minute++) {
      portal.clock.pass(60);
      await browser.portal.session.extend();
    }
    portal.clock.pass(59);
    await browser.portal.session.get();
    portal.clock.pass(1);
    await assert.rejects(browser.portal.session.get(), failsWith('auth.expired'));
  });

  it('pushes nobody out who is signed in, however often the password alone is shown', async () => {
    const { daniel, portal } = await begin();
    for (let count = 0; count < 12; count++)
      await portal.firm.visitor().portal.session.create({ email: daniel.email, password });
    // Signed in before, by a session that the new password ended; so as somebody else would be.
    const inside = await portal.firm.signIn(daniel);
    for (let count = 0; count < 12; count++) {
      portal.clock.pass(1);
      await portal.firm.visitor().portal.session.create({ email: daniel.email, password });
    }
    await inside.portal.session.get();
  });

  it('G15, F11: ends as early as the person has chosen, but no later than the firm allows', async () => {
    const portal = await createTestPortal({ database });
    const [early, late] = [await portal.firm.addClient(), await portal.firm.addClient()];
    await early.portal.profile.update({ idleMinutes: 5 });
    await late.portal.profile.update({ idleMinutes: 30 });
    await portal.firm.admin.firm.settings.update({ idleMinutes: 20 });
    assert.equal((await early.portal.session.get()).idleSeconds, 300);
    assert.equal((await late.portal.session.get()).idleSeconds, 1200);
    portal.clock.pass(299);
    await early.portal.session.get();
    portal.clock.pass(1);
    await assert.rejects(early.portal.session.get(), failsWith('auth.expired'));
    portal.clock.pass(899);
    await late.portal.session.get();
    portal.clock.pass(1);
    await assert.rejects(late.portal.session.get(), failsWith('auth.expired'));
  });
});
