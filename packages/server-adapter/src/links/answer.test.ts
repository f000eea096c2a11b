import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { newId } from '../ids.ts';
import { sweep } from '../jobs/sweep.ts';
import type { Database } from '../sql/database.ts';
import { testClock } from '../testing/clock.ts';
import { forEachDatabase } from '../testing/databases.ts';
import { Died, mortal } from '../testing/mortal.ts';
import { addFirm, addPerson } from '../testing/seed.ts';
import { linkAnswerer } from './answer.ts';
import { makeLink } from './make.ts';
import { useLink } from './use.ts';

const secret = randomBytes(32);
const answer = linkAnswerer(secret);
const onError = (error: unknown) => assert.fail(String(error));

/** Somebody new with access has forgotten their password, and has asked so many times. */
const ask = (database: Database, firm: string, times = 1) =>
  database.transaction(async (tx) => {
    const email_norm = `${newId('person').toLowerCase()}@people.example`;
    const person = await addPerson(tx, firm, { email: email_norm });
    const common = { firm_id: firm, email_norm, token_hash: null, created_at: tx.at };
    for (let count = 0; count < times; count++)
      await tx
        .insertInto('link_requests')
        .values({ ...common, id: newId('link') })
        .execute();
    return person;
  });

forEachDatabase((_, open) => {
  const begin = async () => {
    const clock = testClock();
    const database = await open({ clock });
    const firm = await database.transaction((tx) => addFirm(tx));
    const linksOf = async (person: string) =>
      database.kysely.selectFrom('links').where('person_id', '=', person).selectAll().execute();
    const entriesOf = async (person: string) =>
      database.kysely
        .selectFrom('journal')
        .where('subject_id', '=', person)
        .where('verb', '=', 'reset.sent')
        .select('data')
        .execute();
    return { clock, database, firm, linksOf, entriesOf };
  };

  test('wherever the process dies, who asked gets one link, and its mail is caused once', async () => {
    const { database, firm, linksOf, entriesOf } = await begin();
    let last = 1;
    for (; ; last++) {
      const person = await ask(database, firm);
      const life = mortal(database, last);
      await answer(life.database, { onError: (error) => assert.ok(error instanceof Died) }).catch((error) =>
        assert.ok(error instanceof Died, String(error)),
      );
      await answer(database, { onError });
      const links = await linksOf(person);
      assert.equal(links.length, 1, `dying at step ${last}`);
      const entries = await entriesOf(person);
      assert.deepEqual(
        entries.map(({ data }) => JSON.parse(data)),
        [{ linkIds: [links[0]!.id] }],
      );
      if (!life.died()) break;
    }
    assert.ok(last > 8, String(last));
  });

  test('three nodes at once answer each request once', async () => {
    const { database, firm, linksOf } = await begin();
    const people = await Promise.all(Array.from({ length: 6 }, () => ask(database, firm, 2)));
    await Promise.all([1, 2, 3].map(() => answer(database, { onError })));
    for (const person of people) {
      const links = await linksOf(person);
      assert.deepEqual([links.length, links.filter(({ revoked_at }) => !revoked_at).length], [2, 1]);
    }
    assert.deepEqual(await database.kysely.selectFrom('link_requests').select('id').execute(), []);
  });

  test('a link is used for what it was made for, and for nothing else', async () => {
    const { database, firm } = await begin();
    const used = await database.transaction(async (tx) => {
      const email = 'ana@people.example';
      const personId = await addPerson(tx, firm, { email });
      const { id, token } = await makeLink(tx, secret, { firmId: firm, personId, purpose: 'reset', email });
      const other = await useLink(tx, firm, ['invitation', 'email-old', 'email-new'], token);
      return { id, other, own: await useLink(tx, firm, ['reset'], token) };
    });
    assert.equal(used.other, undefined);
    assert.equal(used.own?.id, used.id);
  });

  test('links and requests that had their time are swept away, but no invitation, which may be renewed', async () => {
    const { clock, database, firm } = await begin();
    const person = await ask(database, firm);
    await database.transaction(async (tx) => {
      const link = { firmId: firm, personId: person, email: 'a@people.example' };
      for (const purpose of ['invitation', 'reset', 'email-old', 'email-new'] as const)
        await makeLink(tx, secret, { ...link, purpose });
    });
    clock.pass(32 * 86_400);
    await database.transaction((tx) =>
      makeLink(tx, secret, { firmId: firm, personId: person, purpose: 'reset', email: 'a@people.example' }),
    );
    await sweep(database);
    const left = await database.kysely.selectFrom('links').orderBy('purpose').select('purpose').execute();
    assert.deepEqual(
      left.map(({ purpose }) => purpose),
      ['invitation', 'reset'],
    );
    assert.deepEqual(await database.kysely.selectFrom('link_requests').select('id').execute(), []);
  });
});
