import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Blocks, readBlocks } from './blocks.ts';

const document = `# Title

\`\`\`ts
// # not a heading
one();
\`\`\`

## Below

    npm start

\`\`\`sh
two
\`\`\`

\`\`\`
three
\`\`\`
`;

test('blocks come in order, each with its heading and its language', () => {
  assert.deepEqual(readBlocks(document), [
    { language: 'ts', heading: 'Title', code: '// # not a heading\none();\n' },
    { language: 'sh', heading: 'Below', code: 'two\n' },
    { language: '', heading: 'Below', code: 'three\n' },
  ]);
});

test('what nobody has taken is known', () => {
  const blocks = new Blocks(document);
  assert.equal(blocks.take('Below', 'sh'), 'two\n');
  assert.deepEqual(blocks.left, ['Title: ts', 'Below: ']);
});

test('a block is taken once, and must be there', () => {
  const blocks = new Blocks(document);
  blocks.take('Title', 'ts');
  assert.throws(() => blocks.take('Title', 'ts'), /no block of ts/);
});
