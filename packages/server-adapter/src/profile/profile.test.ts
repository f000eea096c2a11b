import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sqlBackend } from '../backend.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { failsWith } from '../testing/fails.ts';
import { createTestPortal } from '../testing/index.ts';

/** A portal of a firm that has set something before anybody asked for it. */
async function portalWith(database: Parameters<typeof createTestPortal>[0] & {}, settings: object) {
  const portal = await createTestPortal(database);
  const firm = await portal.addFirm('seaside', { settings });
  return { portal, firm };
}

/** What happens while a file is put together. */
let during: (() => Promise<unknown>) | undefined;

forEachDatabase((_, database) => {
  it('F73: changes name, phone and address, and the firm sees them', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    const changed = await ana.portal.profile.update({
      name: 'Ana Silva Reyes',
      phone: '(555) 010-0123',
      address: '4 Pier Road\nPort Ellery',
    });
    assert.equal(changed.name, 'Ana Silva Reyes');
    assert.equal(changed.address, '4 Pier Road\nPort Ellery');
    assert.deepEqual(await ana.portal.profile.get(), changed);
    const seen = await portal.firm.admin.firm.people.get({ id: ana.id });
    assert.deepEqual([seen.name, seen.phone], ['Ana Silva Reyes', '(555) 010-0123']);
    assert.equal((await ana.portal.session.get()).person.name, 'Ana Silva Reyes');
  });

  it('F12: keeps the time zone that a person chooses, and refuses what is none', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    await ana.portal.profile.update({ timeZone: 'Pacific/Auckland', locale: 'es' });
    const { person } = await ana.portal.session.get();
    assert.deepEqual([person.timeZone, person.locale], ['Pacific/Auckland', 'es']);
    const wrong = ana.portal.profile.update({ timeZone: 'Mars/Olympus' });
    await assert.rejects(wrong, failsWith('request.invalid'));
  });

  it('F11: lets a person be signed out sooner than the firm says, never later', async () => {
    const { firm } = await portalWith({ database }, { idleMinutes: 20 });
    const ana = await firm.addClient();
    const { idleMinutes, idleMinutesMost } = await ana.portal.profile.get();
    assert.deepEqual([idleMinutes, idleMinutesMost], [20, 20]);
    assert.equal((await ana.portal.profile.update({ idleMinutes: 5 })).idleMinutes, 5);
    await assert.rejects(ana.portal.profile.update({ idleMinutes: 21 }), (error: any) => {
      assert.equal(error.code, 'request.invalid');
      assert.deepEqual(error.issues[0].path, ['idleMinutes']);
      return true;
    });
    assert.equal((await ana.portal.profile.get()).idleMinutes, 5);
  });

  it('leaves to the firm what the firm has locked, for clients only, and changes nothing else then', async () => {
    const { firm } = await portalWith({ database }, { lockedFields: ['name', 'email'] });
    const ana = await firm.addClient('Ana Silva');
    assert.deepEqual((await ana.portal.profile.get()).locked, ['name', 'email']);
    await assert.rejects(ana.portal.profile.update({ name: 'Bo', phone: '1' }), (error: any) => {
      assert.equal(error.code, 'forbidden');
      assert.deepEqual(
        error.issues.map(({ path }: { path: string[] }) => path),
        [['name']],
      );
      return true;
    });
    const { name, phone } = await ana.portal.profile.get();
    assert.deepEqual([name, phone], ['Ana Silva', null]);
    assert.equal((await ana.portal.profile.update({ phone: '1' })).phone, '1');
    assert.deepEqual((await firm.admin.portal.profile.get()).locked, []);
    await firm.admin.portal.profile.update({ name: 'Helen Ward-Lee' });
  });

  it('F50: mails nobody news of a kind that they do not want, and everybody else', async () => {
    const portal = await createTestPortal({ database });
    const [ana, bo] = [await portal.firm.addClient('Ana Silva'), await portal.firm.addClient('Bo Lind')];
    const daniel = await portal.firm.addStaff();
    const { id: caseId } = await portal.firm.addCase({ team: [daniel], clients: [ana, bo] });
    await portal.server.settle();
    const { notices } = await ana.portal.profile.update({
      notices: [{ kind: 'case', channel: 'email', on: false }],
    });
    assert.deepEqual(
      notices.filter(({ on }) => !on),
      [{ kind: 'case', channel: 'email', on: false }],
    );
    const before = portal.mails.length;
    await daniel.firm.cases.update({ id: caseId, statusLabel: 'Filed' });
    await portal.server.settle();
    assert.deepEqual(
      portal.mails.slice(before).map(({ to }) => to),
      [bo.email],
    );
    // In the portal it is news all the same; that is another channel.
    const { items } = await ana.portal.notifications.list();
    assert.ok(items.some(({ kind }) => kind === 'case.status.changed'));

    const message = { caseId, recipientIds: [ana.id], subject: 'Papers', body: 'They are here.' };
    await daniel.firm.threads.start(message);
    await portal.server.settle();
    assert.equal(portal.mails.at(-1)!.to, ana.email);
  });

  it('F50: leaves out of the list what is not wanted there, and brings it back when asked', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient();
    const daniel = await portal.firm.addStaff();
    const { id } = await portal.firm.addCase({ team: [daniel], clients: [ana] });
    const say = async (statusLabel: string) => {
      await daniel.firm.cases.update({ id, statusLabel });
      await portal.server.settle();
      const { items } = await ana.portal.notifications.list();
      return items.filter(({ kind }) => kind === 'case.status.changed').length;
    };
    await ana.portal.profile.update({ notices: [{ kind: 'case', channel: 'portal', on: false }] });
    assert.equal(await say('Filed'), 0);
    await ana.portal.profile.update({ notices: [{ kind: 'case', channel: 'portal', on: true }] });
    assert.equal(await say('Accepted'), 1);
  });

  it('writes down which fields changed and never what they say, and nothing when nothing did', async () => {
    const portal = await createTestPortal({ database });
    const ana = await portal.firm.addClient('Ana Silva');
    const entries = () =>
      portal.database.kysely
        .selectFrom('journal')
        .where('verb', '=', 'person.changed')
        .where('actor_id', '=', ana.id)
        .select('data')
        .execute();
    await ana.portal.profile.update({ name: 'Ana Silva' });
    assert.equal((await entries()).length, 0);
    await ana.portal.profile.update({ address: '4 Pier Road' });
    const [entry] = await entries();
    assert.deepEqual(JSON.parse(entry!.data), { fields: ['address'] });
  });

  it('hands a client all that they can see, and nothing of anybody else', async () => {
    const portal = await createTestPortal({ database });
    const [ana, bo] = [await portal.firm.addClient('Ana Silva'), await portal.firm.addClient('Bo Lind')];
    const daniel = await portal.firm.addStaff();
    const mine = await portal.firm.addCase({ title: 'Canary Ana', team: [daniel], clients: [ana] });
    await portal.firm.addCase({ title: 'Canary Bo', team: [daniel], clients: [bo] });
    for (let count = 0; count < 3; count++) {
      await ana.portal.threads.start({
        caseId: mine.id,
        recipientIds: [daniel.id],
        subject: `Canary question ${count}`,
        body: 'When?',
      });
    }
    const data = JSON.stringify(await ana.portal.profile.data());
    for (const word of ['Canary Ana', 'Canary question 0', 'Canary question 2', 'When?', ana.email])
      assert.ok(data.includes(word), word);
    assert.ok(!data.includes('Canary Bo') && !data.includes(bo.email));
    portal.clock.pass(11 * 60);
    await assert.rejects(ana.portal.profile.data(), failsWith('auth.step-up'));
  });

  it('holds in a file no more than the contract names, and keeps nobody waiting for it', async () => {
    const portal = await createTestPortal({
      database,
      backend: (door) => {
        const backend = sqlBackend(door);
        const get: typeof backend.cases.get = async (id) => {
          // Another one changes something meanwhile: on SQLite that waits for every transaction that writes.
          await during?.();
          const found = await backend.cases.get(id);
          return found && { ...found, internalNote: 'Canary' };
        };
        return { ...backend, cases: { ...backend.cases, get } };
      },
    });
    const ana = await portal.firm.addClient('Ana Silva');
    await portal.firm.addCase({ clients: [ana] });
    const bo = await portal.firm.addClient('Bo Lind');
    let count = 0;
    during = () => bo.portal.profile.update({ phone: `${++count}` });
    const data = await ana.portal.profile.data();
    during = undefined;
    assert.equal(count, 1);
    assert.equal((await bo.portal.profile.get()).phone, '1');
    assert.equal(data.cases?.length, 1);
    assert.ok(!JSON.stringify(data).includes('Canary'));
    for (let time = 1; time < 10; time++) await ana.portal.profile.data();
    await assert.rejects(ana.portal.profile.data(), failsWith('rate.limited'));
    await bo.portal.profile.data();
    // Each that was answered is in the journal, and no other.
    const reads = await portal.database.kysely
      .selectFrom('journal')
      .where('verb', '=', 'person.read')
      .where('actor_id', '=', ana.id)
      .select('seq')
      .execute();
    assert.equal(reads.length, 10);
  });

  it('is nobody else’s', async () => {
    const portal = await createTestPortal({ database });
    const [ana, bo] = [await portal.firm.addClient('Ana Silva'), await portal.firm.addClient('Bo Lind')];
    const before = await bo.portal.profile.get();
    await ana.portal.profile.update({ phone: '1', idleMinutes: 5, locale: 'es' });
    assert.deepEqual(await bo.portal.profile.get(), before);
  });
});
