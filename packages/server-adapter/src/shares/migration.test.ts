import assert from 'node:assert/strict';
import { it } from 'node:test';
import { migrations } from '../sql/migrations/index.ts';
import { fromJson } from '../sql/json.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addCase, addFirm, addPerson } from '../testing/seed.ts';

forEachDatabase((_, open) => {
  it('gives participants what is usual for their role, and takes from payers what they saw', async () => {
    const database = await open({ migrate: false });
    await database.migrate(
      migrations.slice(
        0,
        migrations.findIndex(({ name }) => name === '0006_participants'),
      ),
    );
    const at = '2026-03-03T15:00:00.000Z';
    const roles = ['client', 'payer', 'contact'] as const;
    await database.transaction(async (tx) => {
      const firm = await addFirm(tx);
      const caseId = await addCase(tx, firm);
      for (const role of roles) {
        const person = await addPerson(tx, firm, { name: role });
        const key = `'${firm}', '${person}', '${caseId}'`;
        await tx.run(
          `insert into participants (firm_id, person_id, case_id, role, joined_at) values (${key}, '${role}', '${at}')`,
          [],
        );
        await tx.run(
          `insert into shares (firm_id, person_id, case_id, subject_type, subject_id, from_at, shared_seq, order_at)
           values (${key}, 'case', '${caseId}', '${at}', 1, '${at}')`,
          [],
        );
      }
    });
    await database.migrate();
    const { kysely } = database;
    const parts = await kysely.selectFrom('participants').select(['role', 'permissions']).execute();
    const permissions = Object.fromEntries(parts.map((part) => [part.role, fromJson(part.permissions)]));
    assert.deepEqual(permissions, {
      client: ['case', 'messages', 'events', 'documents', 'billing', 'pay'],
      payer: ['billing', 'pay'],
      contact: ['case', 'messages', 'events', 'documents'],
    });
    const shares = await kysely
      .selectFrom('shares')
      .innerJoin('people', (join) =>
        join.onRef('people.firm_id', '=', 'shares.firm_id').onRef('people.id', '=', 'shares.person_id'),
      )
      .select(['people.name', 'shares.until_at'])
      .orderBy('people.name')
      .execute();
    assert.deepEqual(
      shares.map(({ name, until_at }) => [name, until_at]),
      [
        ['client', null],
        ['contact', null],
        ['payer', at],
      ],
    );
  });
});
