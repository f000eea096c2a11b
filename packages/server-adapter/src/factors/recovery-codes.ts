/**
 * Codes for the day when the phone is lost. Each works once. They have 120 random bits, so that nobody guesses one and a
 * plain hash is enough (ASVS 6.5.2 asks for 112).
 */
import { randomBytes } from 'node:crypto';
import { hashToken } from '../access/tokens.ts';
import type { Tx } from '../sql/database.ts';

/** Who has them. */
export interface Owner {
  readonly firmId: string;
  readonly personId: string;
}

const howMany = 8;
/** 24 signs of five bits. */
const signs = 24;
/** Crockford's base 32: without i, l, o and u, which look like others on paper. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** Makes a new set and shows it this once; those of an older one stop working. */
export async function makeRecoveryCodes(tx: Tx, { firmId, personId }: Owner): Promise<string[]> {
  await dropRecoveryCodes(tx, { firmId, personId });
  const codes = Array.from({ length: howMany }, newCode);
  const rows = codes.map((code) => ({ firm_id: firmId, person_id: personId, code_hash: hashToken(code) }));
  await tx.insertInto('recovery_codes').values(rows).execute();
  return codes.map((code) => code.match(/.{4}/g)!.join('-'));
}

/** Whether the code was good. Check and use in one statement, so that of two at once only one is let in (ASVS 15.4.2). */
export async function useRecoveryCode(tx: Tx, { firmId, personId }: Owner, typed: string): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_codes')
    .set({ used_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('person_id', '=', personId)
    .where('code_hash', '=', hashToken(readable(typed)))
    .where('used_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst();
  return used !== undefined;
}

export const dropRecoveryCodes = (tx: Tx, { firmId, personId }: Owner) =>
  tx.deleteFrom('recovery_codes').where('firm_id', '=', firmId).where('person_id', '=', personId).execute();

/** A byte has eight times 32 values, so every sign is as likely as another. */
const newCode = () => Array.from(randomBytes(signs), (byte) => alphabet[byte % 32]).join('');

/** As people read signs off paper: in capitals, with or without dashes, an O for a zero. */
const readable = (typed: string) =>
  typed
    .toLowerCase()
    .replace(/[\s-]+/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
