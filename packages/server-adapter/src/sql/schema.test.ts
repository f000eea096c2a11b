import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { addCase, addFirm, addPerson, shareCase } from '../testing/seed.ts';

/** Tables that belong to no firm; their keys say why. */
const global = new Set(['firms', 'firm_hosts', 'rate_counters', 'migrations']);

forEachDatabase((dialect, open) => {
  test('every key of a firm’s table begins with the firm', async () => {
    const { kysely } = await open();
    const keys = (await kysely.run(
      dialect === 'sqlite'
        ? `select m.name as "table", i.name as key, c.name as column
             from sqlite_master m, pragma_index_list(m.name) i, pragma_index_info(i.name) c
            where m.type = 'table' and i."unique" and c.seqno = 0`
        : `select t.relname as "table", i.relname as key, a.attname as column
             from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
             join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
            where x.indisunique and t.relnamespace = 'public'::regnamespace`,
      [],
    )) as { table: string; key: string; column: string }[];
    const ofFirms = keys.filter(({ table }) => !global.has(table));
    assert.ok(ofFirms.length > 25);
    assert.deepEqual(
      ofFirms.filter(({ column }) => column !== 'firm_id'),
      [],
    );
  });

  test('every reference stays inside a firm', async () => {
    const { kysely } = await open();
    const references = (await kysely.run(
      dialect === 'sqlite'
        ? `select m.name as "table", f."table" as target, f."from" as column
             from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table' and f.seq = 0`
        : `select c.conrelid::regclass::text as "table", c.confrelid::regclass::text as target, a.attname as column
             from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f'`,
      [],
    )) as { table: string; target: string; column: string }[];
    assert.ok(references.length > 25);
    assert.deepEqual(
      references.filter(({ column }) => column !== 'firm_id'),
      [],
    );
  });

  test('the database refuses a reference to another firm', async () => {
    const database = await open();
    const { ours, caseId, client, stranger } = await database.transaction(async (tx) => {
      const [ours, theirs] = [await addFirm(tx), await addFirm(tx)];
      return {
        ours,
        caseId: await addCase(tx, ours),
        client: await addPerson(tx, ours),
        stranger: await addPerson(tx, theirs),
      };
    });
    await assert.rejects(
      database.transaction((tx) => shareCase(tx, ours, caseId, stranger)),
      /foreign key/i,
    );
    // The control: inside the firm it works.
    await database.transaction((tx) => shareCase(tx, ours, caseId, client));
  });

  if (dialect === 'postgres') {
    test('text sorts by code point on Postgres, as it does on SQLite', async () => {
      const { kysely } = await open();
      const columns = (await kysely.run(
        `select table_name, column_name, collation_name from information_schema.columns
          where table_schema = 'public' and data_type = 'text' and table_name <> 'migrations'`,
        [],
      )) as { collation_name: string | null }[];
      assert.ok(columns.length > 100);
      assert.deepEqual(
        columns.filter(({ collation_name }) => collation_name !== 'C'),
        [],
      );
    });
  }
});
