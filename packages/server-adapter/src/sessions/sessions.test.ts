import assert from 'node:assert/strict';
import { it } from 'node:test';
import { acceptInvitation } from '../testing/accept.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';

const password = 'four green herons by the lake';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

forEachDatabase((_, database) => {
  const begin = async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    const here = await acceptInvitation(portal, ana, password);
    const signIn = async () => {
      const browser = portal.firm.visitor();
      await browser.portal.session.create({ email: ana.email, password });
      return browser;
    };
    return { portal, ana, here, signIn };
  };

  it('lists where somebody is signed in: this browser first, then the last one that was used', async () => {
    const { portal, ana, here, signIn } = await begin();
    portal.clock.pass(65);
    const there = await signIn();
    portal.clock.pass(65);
    await portal.firm.visitor().fetch('/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portal': '1', 'user-agent': firefox },
      body: JSON.stringify({ email: ana.email, password }),
    });
    const { items } = await there.portal.sessions.list();
    assert.deepEqual(
      items.map(({ device, method, current, lastSeenAt }) => [device, method, current, lastSeenAt]),
      [
        ['Another browser', 'password', true, '2026-03-03T15:01:00.000Z'],
        ['Firefox on Windows', 'password', false, '2026-03-03T15:02:00.000Z'],
        ['Another browser', 'invitation', false, '2026-03-03T15:00:00.000Z'],
      ],
    );
    assert.equal((await here.portal.sessions.list()).items[0]!.method, 'invitation');
  });

  it('leaves out what is over: idle for too long, ended, or not begun in earnest', async () => {
    const { portal, here, signIn } = await begin();
    const [idle, ended] = [await signIn(), await signIn()];
    await ended.portal.session.end();
    portal.clock.pass(1700);
    await here.portal.session.extend();
    await signIn();
    portal.clock.pass(100);
    assert.equal((await here.portal.sessions.list()).items.length, 2);
    await assert.rejects(idle.portal.session.get(), failsWith('auth.expired'));
  });

  it('ends one at once, and knows none of anybody else', async () => {
    const { portal, here, signIn } = await begin();
    const [there, elsewhere] = [await signIn(), await signIn()];
    const bo = await portal.firm.addClient('Bo Lind');
    const { id } = (await there.portal.sessions.list()).items[0]!;
    await assert.rejects(bo.portal.sessions.end({ id }), failsWith('not-found'));
    await there.portal.session.get();
    await here.portal.sessions.end({ id });
    await assert.rejects(there.portal.session.get(), failsWith('auth.expired'));
    await assert.rejects(here.portal.sessions.end({ id }), failsWith('not-found'));
    await elsewhere.portal.session.get();
    await bo.portal.session.get();
  });

  it('ends this one like signing out does', async () => {
    const { here } = await begin();
    const { id } = (await here.portal.sessions.list()).items[0]!;
    await here.portal.sessions.end({ id });
    assert.equal(here.cookie, undefined);
  });

  it('ends all others, and leaves this one and those of other people', async () => {
    const { portal, here, signIn } = await begin();
    const others = [await signIn(), await signIn()];
    const bo = await portal.firm.addClient('Bo Lind');
    await here.portal.sessions.endOthers();
    for (const other of others) await assert.rejects(other.portal.session.get(), failsWith('auth.expired'));
    await here.portal.session.get();
    await bo.portal.session.get();
    await here.portal.sessions.endOthers();
  });
});
