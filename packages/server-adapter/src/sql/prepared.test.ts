import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachDatabase } from '../testing/databases.ts';
import { addFirm, addPerson } from '../testing/seed.ts';
import { prepared } from './prepared.ts';
import { sqlite } from './sqlite.ts';

let builds = 0;
const peopleByName = prepared((db, p: { firm: string; from: string; limit: number }) => {
  builds++;
  return db
    .selectFrom('people')
    .where('firm_id', '=', p.firm)
    .where('name', '>=', p.from)
    .where('kind', '=', 'client')
    .orderBy('name')
    .limit(p.limit)
    .select(['name', 'version']);
});
const rename = prepared((db, p: { firm: string; from: string; to: string }) =>
  db
    .updateTable('people')
    .set({ name: p.to })
    .where('firm_id', '=', p.firm)
    .where('name', '=', p.from)
    .returning('name'),
);

forEachDatabase((dialect, open) => {
  const openWithPeople = async (...names: string[]) => {
    const database = await open();
    const firm = await database.transaction(async (tx) => {
      const firm = await addFirm(tx);
      for (const name of names) await addPerson(tx, firm, { name });
      return firm;
    });
    return { database, firm };
  };

  test('a query is built once, and runs with what it is given each time', async () => {
    const { database, firm } = await openWithPeople('Ana', 'Ben', 'Cleo');
    builds = 0;
    const names = async (from: string, limit: number) =>
      (await peopleByName(database.kysely, { firm, from, limit })).map(({ name }) => name);
    assert.deepEqual(await names('A', 2), ['Ana', 'Ben']);
    assert.deepEqual(await names('B', 5), ['Ben', 'Cleo']);
    assert.deepEqual(await names('Z', 5), []);
    assert.ok(builds <= 1);
  });

  test('counts and versions are numbers', async () => {
    const { database, firm } = await openWithPeople('Ana');
    const row = await peopleByName.first(database.kysely, { firm, from: 'A', limit: 1 });
    assert.deepEqual({ ...row }, { name: 'Ana', version: 1 });
    const { count, sum } = await database.kysely
      .selectFrom('people')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number>('version').as('sum')])
      .executeTakeFirstOrThrow();
    assert.deepEqual([count, sum], [1, 1]);
  });

  test('it runs inside a transaction, and is undone with it', async () => {
    const { database, firm } = await openWithPeople('Ana');
    await assert.rejects(
      database.transaction(async (tx) => {
        assert.deepEqual(
          (await rename(tx, { firm, from: 'Ana', to: 'Bea' })).map(({ name }) => name),
          ['Bea'],
        );
        throw new Error('no');
      }),
    );
    assert.equal((await peopleByName.first(database.kysely, { firm, from: 'A', limit: 1 }))?.name, 'Ana');
  });

  test('what looks like SQL is a value', async () => {
    const { database, firm } = await openWithPeople('Ana');
    const found = await peopleByName(database.kysely, { firm: `${firm}' or '1'='1`, from: '', limit: 5 });
    assert.deepEqual(found, []);
  });

  test('a parameter that is not given is an error, not null', async () => {
    const { database, firm } = await openWithPeople('Ana');
    const incomplete = { firm, from: 'A' } as { firm: string; from: string; limit: number };
    await assert.rejects(peopleByName(database.kysely, incomplete), /needs the parameter limit/);
  });

  if (dialect === 'postgres') {
    test('Postgres keeps the statement under a name', async () => {
      const { database, firm } = await openWithPeople('Ana');
      await database.transaction(async (tx) => {
        await peopleByName(tx, { firm, from: 'A', limit: 1 });
        await peopleByName(tx, { firm, from: 'A', limit: 2 });
        const kept = await tx.run(
          `select name from pg_prepared_statements where statement like '%"name" >=%'`,
          [],
        );
        assert.equal(kept.length, 1);
      });
    });
  }
});

test('a query that computes with a placeholder is refused when it is built', async () => {
  const wrong = prepared((db, p: { limit: number }) =>
    db
      .selectFrom('people')
      .limit(p.limit + 1)
      .select('id'),
  );
  const alsoWrong = prepared((db, p: { name: string }) =>
    db.selectFrom('people').where('name', '=', `${p.name}%`).select('id'),
  );
  const database = sqlite({ file: ':memory:' });
  await assert.rejects(wrong(database.kysely, { limit: 1 }), /no value yet/);
  await assert.rejects(alsoWrong(database.kysely, { name: 'A' }), /no value yet/);
  await database.close();
});
