import assert from 'node:assert/strict';
import { it } from 'node:test';
import { migrations } from '../sql/migrations/index.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { addFirm, addPerson } from '../testing/seed.ts';

forEachDatabase((_, open) => {
  it('keeps invitations that are on their way, at the address as it was typed', async () => {
    const database = await open({ migrate: false });
    const from = migrations.findIndex(({ name }) => name === '0004_links');
    await database.migrate(migrations.slice(0, from));
    const [firm, person] = await database.transaction(async (tx) => {
      const id = await addFirm(tx);
      const values = {
        email: 'Ana@people.example',
        email_norm: 'ana@people.example',
        access: 'invited',
      } as const;
      return [id, await addPerson(tx, id, values)];
    });
    const at = '2026-03-03T15:00:00.000Z';
    const invitation = (id: string, email: string) =>
      `insert into invitations (firm_id, id, person_id, email_norm, nonce, token_hash, created_at, expires_at)
       values ('${firm}', '${id}', '${person}', '${email}', 'n', 'hash of ${id}', '${at}', '${at}')`;
    await database.transaction(async (tx) => {
      await tx.run(invitation('inv_1', 'ana@people.example'), []);
      await tx.run(invitation('inv_2', 'old@people.example'), []);
    });
    await database.migrate();
    const links = await database.kysely.selectFrom('links').orderBy('id').selectAll().execute();
    const common = { firm_id: firm, purpose: 'invitation', person_id: person, nonce: 'n', sent_by: null };
    const times = { created_at: at, expires_at: at, used_at: null, revoked_at: null, shown: 0 };
    assert.deepEqual(
      links.map((link) => ({ ...link })),
      [
        {
          ...common,
          ...times,
          id: 'inv_1',
          email: 'Ana@people.example',
          email_norm: 'ana@people.example',
          token_hash: 'hash of inv_1',
        },
        {
          ...common,
          ...times,
          id: 'inv_2',
          email: 'old@people.example',
          email_norm: 'old@people.example',
          token_hash: 'hash of inv_2',
        },
      ],
    );
  });
});
