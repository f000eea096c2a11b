import assert from 'node:assert/strict';
import { it } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { createTestPortal, type TestPortal } from '../testing/index.ts';
import { testSystem } from '../testing/system.ts';

async function withCase(portal: TestPortal) {
  const { firm } = portal;
  const ana = await firm.addClient('Ana Silva');
  const bo = await firm.addClient('Bo Lind');
  const daniel = await firm.addStaff('Daniel Okafor');
  const { id } = await firm.addCase({ team: [daniel], clients: [ana, bo] });
  return { firm, ana, bo, daniel, id };
}

forEachDatabase((_, database) => {
  it('says what happened, who did it, and to what, latest first', async () => {
    const { ana, bo, daniel, id } = await withCase(await createTestPortal({ database }));
    const thread = await daniel.firm.threads.start({
      caseId: id,
      recipientIds: [ana.id, bo.id],
      subject: 'Welcome',
      body: 'Hello',
    });
    await bo.portal.messages.reply({ id: thread.id, body: 'Thank you' });
    await ana.portal.messages.reply({ id: thread.id, body: 'Thank you too' });
    await daniel.firm.cases.update({ id, statusLabel: 'Decided' });

    const { items } = await ana.portal.activity.list();
    const case_ = { type: 'case', id, title: 'Petition for residence' };
    const conversation = { type: 'thread', id: thread.id, title: 'Welcome' };
    assert.deepEqual(
      items.map(({ kind, by, actor, subject }) => [kind, by, actor, subject]),
      [
        ['case.status.changed', 'firm', 'Daniel Okafor', case_],
        ['message.sent', 'you', 'Ana Silva', conversation],
        ['message.sent', 'client', 'Bo Lind', conversation],
        ['message.sent', 'firm', 'Daniel Okafor', conversation],
        ['case.shared', 'firm', 'Helen Ward', case_],
      ],
    );
    assert.ok(
      items.every(({ caseId, caseTitle }) => caseId === id && caseTitle === 'Petition for residence'),
    );
    assert.equal(new Set(items.map((item) => item.id)).size, items.length);
  });

  it('names nobody when a system of the firm did it', async () => {
    const portal = await createTestPortal({ database });
    const { ana, id } = await withCase(portal);
    await (await testSystem(portal, ['cases'])).cases.update({ id, statusLabel: 'Decided' });
    const [latest] = (await ana.portal.activity.list()).items;
    assert.deepEqual([latest!.kind, latest!.by, latest!.actor], ['case.status.changed', 'firm', null]);
  });

  it('has no line about anything that is not shared with the viewer', async () => {
    const { ana, bo, daniel, id } = await withCase(await createTestPortal({ database }));
    await bo.portal.threads.start({
      caseId: id,
      recipientIds: [daniel.id],
      subject: 'Secret',
      body: 'Secret',
    });
    await daniel.firm.events.create({ caseId: id, kind: 'other', title: 'Secret', startsOn: '2026-04-01' });
    await daniel.firm.cases.setTeam({ id, members: [] });
    assert.deepEqual(
      (await ana.portal.activity.list()).items.map(({ kind }) => kind),
      ['case.shared'],
    );
    assert.ok(JSON.stringify(await bo.portal.activity.list()).includes('Secret'));
  });

  it('gives pages that repeat nothing while more happens', async () => {
    const { ana, daniel, id } = await withCase(await createTestPortal({ database }));
    const change = (label: string) => daniel.firm.cases.update({ id, statusLabel: label });
    for (const label of ['1', '2', '3']) await change(label);
    const first = await ana.portal.activity.list({ limit: 2 });
    await change('4');
    const second = await ana.portal.activity.list({ limit: 2, cursor: first.next! });
    const ids = [...first.items, ...second.items].map((item) => item.id);
    assert.equal(new Set(ids).size, 4);
    assert.equal(second.next, null);
  });
});
