/** The server without what makes a token good only once: it looks whether the token is good, and then uses it. */
import { changeSources, lightPasswords, replaceOnce } from '../lib/change-source.ts';

const folder = 'packages/server-adapter/src/';
const loosened: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'links/use.ts': [`.where(good(tx.at))\n    .returning(`, '.returning('],
  'session/exchange.ts': [
    'if (!(await use(tx, firm.id, holder))) refused();',
    'await use(tx, firm.id, holder);',
  ],
  'factors/recovery-codes.ts': [`.where('used_at', 'is', null)\n    .returning(`, '.returning('],
};

changeSources((file, source) => {
  const change = loosened[file.slice(folder.length)];
  return change ? replaceOnce(source, ...change) : lightPasswords(file, source);
});
