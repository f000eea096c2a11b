import * as z from 'zod';
import { ScopeName } from '@casefront/core/contract/firm/keys';
import { insertKey } from '../keys/insert.ts';
import { system } from '../journal/index.ts';
import { readOptions, requireFirm, UsageError, withDatabase, type Command } from './command.ts';

export const key: Command = {
  usage: `casefront key --firm SLUG --name NAME --scopes ${ScopeName.options.join(',')}`,
  about: 'Makes an API key for a system of the firm, and shows its secret this once.',
  run: (args) => {
    const { firm: slug, name, scopes } = readOptions(args, ['firm', 'name', 'scopes']);
    const chosen = z.array(ScopeName).safeParse(scopes.split(','));
    if (!chosen.success) throw new UsageError(`--scopes takes some of ${ScopeName.options.join(', ')}.`);
    return withDatabase(async (database) => {
      const { id: firmId } = await requireFirm(database.kysely, slug);
      const { secret } = await database.transaction((tx) =>
        insertKey(tx, { firmId, actor: system, name, scopes: chosen.data }),
      );
      console.log(secret);
      return true;
    });
  },
};
