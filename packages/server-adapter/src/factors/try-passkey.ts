/** Showing with a passkey who one is: like with a password, and unlike it, since nobody can guess it. */
import { countTry, forgiveTry } from '../access/rate-limit.ts';
import type { Context } from '../context.ts';
import { lockFirm } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { useChallenge, type Asking } from './challenges.ts';
import { placeLimit, recordWrong } from './try-code.ts';
import { checkRequest, readAnswer } from './webauthn.ts';

interface Attempt {
  readonly asking: Omit<Asking, 'firmId'>;
  /** What the browser sent. */
  readonly response: object;
  /** Who has to have the passkey. Without it the passkey says whose it is (WebAuthn 7.2, step 6). */
  readonly personId?: string;
}

/**
 * Looks at the answer of a passkey, and does what follows when it is good, in one transaction; undefined when it is not.
 * Its challenge is used up either way.
 *
 * @throws `rate.limited`
 */
export async function tryPasskey<T>(
  ctx: Context,
  { asking, response, personId }: Attempt,
  follow: (tx: Tx, personId: string) => Promise<T>,
): Promise<T | undefined> {
  const { firm, db, services, transaction } = ctx;
  const limits = [placeLimit(ctx)];
  await transaction((tx) => countTry(tx, services.secret, limits));
  const answer = readAnswer(response);
  if (!answer) return undefined;
  const passkey = await find.first(db, { firm: firm.id, credential: answer.id });
  const { userHandle } = answer.response;
  const owner = personId ?? (userHandle && Buffer.from(userHandle, 'base64url').toString());
  const counter =
    passkey && passkey.person_id === owner
      ? await checkRequest(ctx, response, answer.challenge, passkey)
      : undefined;

  return transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    const asked = await useChallenge(tx, { firmId: firm.id, ...asking }, answer.challenge);
    if (!passkey) return undefined;
    if (asked && counter !== undefined && (await use(tx, firm.id, passkey.id, counter))) {
      await forgiveTry(tx, services.secret, limits);
      return follow(tx, passkey.person_id);
    }
    await recordWrong(tx, firm.id, personId ?? passkey.person_id);
    return undefined;
  });
}

/**
 * False when the passkey was removed, or was used meanwhile by something else that has its key: then it counts no
 * further than is known (WebAuthn 7.2, step 22). One that does not count says 0.
 */
async function use(tx: Tx, firmId: string, id: string, counter: number): Promise<boolean> {
  const used = await tx
    .updateTable('passkeys')
    .set({ counter, last_used_at: tx.at })
    .where('firm_id', '=', firmId)
    .where('id', '=', id)
    .where('counter', counter === 0 ? '=' : '<', counter)
    .returning('id')
    .executeTakeFirst();
  return used !== undefined;
}

const find = prepared((db, p: { firm: string; credential: string }) =>
  db
    .selectFrom('passkeys')
    .where('firm_id', '=', p.firm)
    .where('credential_id', '=', p.credential)
    .select(['id', 'person_id', 'credential_id', 'public_key', 'counter', 'transports']),
);
