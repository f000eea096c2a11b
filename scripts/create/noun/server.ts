/** A noun in @casefront/server-adapter: table, port, queries, rules, routes, and tests. */
import { afterLast, all, intoBlock, replace, type Change } from '../change.ts';
import type { NounNames } from '../names.ts';
import { backend, routes, service, sql, test } from './server-templates.ts';

const server = 'packages/server-adapter/src';

/** @param number of the migration: `0002` */
export const serverChange = (names: NounNames, number: string): Change => {
  const { file, noun, One, Noun, table } = names;
  const migration = `${number}_${table}`;
  return {
    files: {
      [`${server}/${file}/backend.ts`]: backend(names),
      [`${server}/${file}/routes.ts`]: routes(names),
      [`${server}/${file}/service.ts`]: service(names),
      [`${server}/${file}/sql.ts`]: sql(names),
      [`${server}/${file}/${file}.test.ts`]: test(names),
      [`${server}/sql/tables/${file}.ts`]: tableType(names),
      [`${server}/sql/migrations/${migration}.ts`]: migrationFile(names, migration),
    },
    edits: {
      [`${server}/sql/schema.ts`]: all(
        afterLast(/^import type \{|^\} from/, `import type { ${One}Table } from './tables/${file}.ts';`),
        afterLast(/^export type \* from/, `export type * from './tables/${file}.ts';`),
        intoBlock('export interface Schema', `  ${table}: ${One}Table;`),
      ),
      [`${server}/sql/migrations/index.ts`]: all(
        afterLast(/^import \{ \w/, `import { ${noun} } from './${migration}.ts';`),
        replace(/,?\s*\];\s*$/, `, ${noun}];\n`),
      ),
      [`${server}/backend.ts`]: all(
        afterLast(/^import /, `import type { ${Noun}Backend } from './${file}/backend.ts';`),
        afterLast(/^import /, `import { ${noun}Sql } from './${file}/sql.ts';`),
        intoBlock('export interface Backend', `  readonly ${noun}: ${Noun}Backend;`),
        intoBlock('export const sqlBackend', `  ${noun}: ${noun}Sql(door),`),
      ),
      [`${server}/routes.ts`]: all(
        afterLast(/^import /, `import { ${noun} } from './${file}/routes.ts';`),
        replace(/(const client = \{[^}]*?),?\s*\}/, `$1, ${noun} }`),
      ),
      [`${server}/testing/matrix/examples.ts`]: replace(
        /( {2}'activity\.list': \{\},\n)/,
        `$1  '${noun}.list': { input: own('case') },\n`,
      ),
    },
  };
};

const tableType = ({ One, oneWord }: NounNames) => `import type { InstantText } from './columns.ts';

/** A ${oneWord} of a case; whoever sees the case sees it. */
export interface ${One}Table {
  firm_id: string;
  id: string;
  case_id: string;
  title: string;
  created_at: InstantText;
}
`;

const migrationFile = (
  { noun, table, words }: NounNames,
  migration: string,
) => `import { portable, type Migration } from './migration.ts';

const statements = [
  \`create table ${table} (
    firm_id text not null,
    id text not null,
    case_id text not null,
    title text not null,
    created_at text not null,
    primary key (firm_id, id),
    foreign key (firm_id, case_id) references cases (firm_id, id)
  ) strict, without rowid\`,
  \`create index ${table}_by_case on ${table} (firm_id, case_id, created_at, id)\`,
];

/** The ${words} of cases. */
export const ${noun}: Migration = {
  name: '${migration}',
  statements: (dialect) => portable(dialect, statements),
};
`;
