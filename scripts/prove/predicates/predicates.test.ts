import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DummyDriver, Kysely, sql, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { hasNamedTest } from '../../lib/named-test.ts';
import { entryOf, inventoryOf, missingPredicates } from './inventory.ts';
import { instrument } from './instrument.ts';
import { mutant } from './mutant.ts';
import { scan } from './scan.ts';
import { scanSources } from './sources.ts';
import { survivors, testOf } from './survivors.ts';

const file = 'packages/server-adapter/src/notes/sql.ts';
const planted = `
const list = prepared((db, p: Viewer) =>
  shared(db, p, 'case', p.now)
    .where('notes.firm_id', '=', p.firmId)
    .where('notes.title', '=', 'x')
    .where(live(p.now))
    .innerJoin('people', (join) => join.onRef('people.firm_id', '=', 'notes.firm_id')),
);
export async function remove(ctx: Context, id: string): Promise<void> {
  requireAdmin(ctx.actor);
  if (ctx.actor.kind === 'key') throw problem('forbidden');
  if (id === '') throw problem('conflict');
  const all = seesAll(ctx.scope, 'case');
  return sql\`delete from notes where notes.firm_id = \${ctx.firm.id} and id = \${id}\`;
}
`;

describe('predicates', () => {
  const found = scan(file, planted);

  it('are found by what they are about, with the place where they stand', () => {
    assert.deepEqual(
      found.map(({ line, within, kind, text }) => `${line} ${within} ${kind} ${text}`),
      [
        "3 list shares shared(db, p, 'case', p.now)",
        "4 list link .where('notes.firm_id', '=', p.firmId)",
        '6 list link .where(live(p.now))',
        "7 list link .onRef('people.firm_id', '=', 'notes.firm_id')",
        '10 remove statement requireAdmin(ctx.actor);',
        "11 remove test ctx.actor.kind === 'key'",
        "13 remove.all truth seesAll(ctx.scope, 'case')",
        '14 remove text notes.firm_id = ${ctx.firm.id}',
      ],
    );
  });

  it('are found in the server, many of them', () => {
    const all = scanSources();
    assert.ok(all.length > 200, String(all.length));
    for (const part of ['shares/visible.ts', 'access/sessions.ts', 'access/authorize.ts'])
      assert.ok(
        all.some((one) => one.file.endsWith(part)),
        part,
      );
  });

  it('can be switched off, each by its number, in a source that stays what it is', () => {
    const changed = instrument(
      planted,
      found,
      found.map((_, id) => id + 100),
    );
    for (let id = 100; id < 108; id++) assert.ok(changed.includes(`${id}`), String(id));
    // It is still a source, and what is not about scope is as it was.
    assert.doesNotThrow(() => scan(file, changed));
    assert.ok(changed.includes("\n    .where('notes.title', '=', 'x')"));
  });

  it('can be switched off also where they were made once, inside another piece of SQL', () => {
    const db = new Kysely<unknown>({
      dialect: {
        createAdapter: () => new SqliteAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (one) => new SqliteIntrospector(one),
        createQueryCompiler: () => new SqliteQueryCompiler(),
      },
    });
    const once = sql`not exists (select 1 where ${mutant.condition(7, () => sql`firm_id = ${'one'}`)})`;
    const text = (id?: number) => {
      mutant.switchOff(id);
      return once.compile(db).sql;
    };
    assert.equal(text(), 'not exists (select 1 where firm_id = ?)');
    assert.equal(text(7), 'not exists (select 1 where 1 = 1)');
    assert.equal(text(), 'not exists (select 1 where firm_id = ?)');
  });

  it('that a proof cannot miss are there, once each, and so is the test that misses them', () => {
    const all = scanSources();
    const names = survivors.map(({ file, entry }) => `${file} ${entry}`);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
    assert.deepEqual(
      survivors.filter(({ file, entry }) => !all.some((one) => one.file === file && entryOf(one) === entry)),
      [],
    );
    const untested = survivors.filter(
      ({ shownBy }) => shownBy !== undefined && !hasNamedTest(...testOf(shownBy)),
    );
    assert.deepEqual(untested, []);
    assert.ok(!hasNamedTest(...testOf(`${survivors.find((one) => one.shownBy)!.shownBy!} and more`)));
  });

  it('that are gone are named, with the file, the line and the declaration', () => {
    const without = planted.replace("    .where('notes.firm_id', '=', p.firmId)\n", '');
    assert.deepEqual(missingPredicates(inventoryOf(found), scan(file, without)), [
      `${file}:3  .where('notes.firm_id', '=', p.firmId), in list`,
    ]);
    assert.deepEqual(missingPredicates(inventoryOf(found), found), []);
  });
});
