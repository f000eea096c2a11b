/** A noun in @casefront/core: the contract, and something to show in stories and tests. */
import { afterLast, all, append, intoBlock, replace, type Change } from '../change.ts';
import type { NounNames } from '../names.ts';

const core = 'packages/core/src';

export const coreChange = (names: NounNames, prefix: string): Change => {
  const { file, noun, one, One } = names;
  return {
    files: {
      [`${core}/contract/${file}.ts`]: contract(names),
      [`${core}/testing/fixtures/${file}.ts`]: fixtures(names),
    },
    edits: {
      [`${core}/contract/ids.ts`]: all(
        intoBlock('export const idPrefixes', `  ${one}: '${prefix}',`),
        afterLast(/^export const \w+Id = idOf/, `export const ${One}Id = idOf('${one}');`),
      ),
      [`${core}/contract/index.ts`]: all(
        afterLast(/^import \{ \w/, `import { ${noun} } from './${file}.ts';`),
        intoBlock('export const clientContract', `  ${noun},`),
      ),
      [`${core}/types.ts`]: append(`export type { ${One} } from './contract/${file}.ts';`),
      [`${core}/testing/fixtures/index.ts`]: all(
        afterLast(/^import \{ \w/, `import { ${noun} } from './${file}.ts';`),
        intoBlock('export const fixtures', `  ${noun},`),
        append(`export { a${One} } from './${file}.ts';`),
      ),
      [`${core}/testing/world.ts`]: all(
        afterLast(/^import \{ \w.*contract/, `import { ${noun} } from '../contract/${file}.ts';`),
        replace(/\n\];\n/, `\n  mock(${noun}.list, aPage(fixtures.${noun})),\n];\n`),
      ),
    },
  };
};

const contract = ({ file, noun, One, words, oneWord }: NounNames) => `import * as z from 'zod';
import { get } from './endpoint.ts';
import { ${One}Id } from './ids.ts';
import { CursorQuery, page } from './page.ts';
import { Instant } from './values.ts';

/** A ${oneWord} of a case. */
export const ${One} = z.object({
  id: ${One}Id,
  title: z.string(),
  createdAt: Instant,
});
export type ${One} = z.infer<typeof ${One}>;

export const ${noun} = {
  /** The ${words} of a case, latest first. */
  list: get('/cases/:id/${file}', {
    summary: 'The ${words} of a case',
    audience: 'client',
    input: CursorQuery,
    result: page(${One}),
    errors: ['not-found'],
  }),
};
`;

const fixtures = ({
  file,
  noun,
  one,
  One,
  oneWord,
}: NounNames) => `import type { ${One} } from '../../contract/${file}.ts';
import { instantFromNow } from './clock.ts';
import { fixtureId } from './ids.ts';

/** A ${oneWord} of yesterday. */
export const a${One} = (values: Pick<${One}, 'title'> & Partial<${One}>): ${One} => ({
  id: fixtureId('${one}', values.title),
  createdAt: instantFromNow(-1, '15:15'),
  ...values,
});

export const ${noun} = [a${One}({ title: 'The second' }), a${One}({ title: 'The first' })] as const;
`;
