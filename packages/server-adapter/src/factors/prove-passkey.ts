/** Proving with a passkey who one is: like a password, and unlike one, since nobody can guess it. */
import { countTry, forgiveTry } from '../access/rate-limit.ts';
import type { Context } from '../context.ts';
import { lockFirm } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';
import { useChallenge, type Asking } from './challenges.ts';
import { placeLimit, recordWrong } from './try-code.ts';
import { checkRequest, readAnswer } from './webauthn.ts';

/** That a passkey has signed what it was asked to a moment ago. */
export interface PasskeyProof {
  readonly personId: string;
  readonly passkeyId: string;
  /** How often it was used, by its own count; 0 when it does not count. */
  readonly counter: number;
}

/**
 * Checks the answer of a passkey; undefined when it is not good. Without `personId` the passkey says whose it is
 * (WebAuthn 7.2, step 6). The one that makes use of the proof calls `acceptPasskey`.
 *
 * @throws `rate.limited`
 */
export async function provePasskey(
  ctx: Context,
  asking: Omit<Asking, 'firmId'>,
  response: object,
  personId?: string,
): Promise<PasskeyProof | undefined> {
  const { firm, db, services, transaction } = ctx;
  await transaction((tx) => countTry(tx, services.secret, [placeLimit(ctx)]));
  const answer = readAnswer(response);
  if (!answer) return undefined;
  const { clientDataJSON, userHandle } = answer.response;
  // Used up by itself: what follows may fail, and then there is no second try with the same challenge.
  const challenge = await transaction((tx) =>
    useChallenge(tx, { firmId: firm.id, ...asking }, clientDataJSON),
  );
  const passkey = await find.first(db, { firm: firm.id, credential: answer.id });
  if (!passkey) return undefined;
  const owner = personId ?? (userHandle && Buffer.from(userHandle, 'base64url').toString());
  const counter =
    challenge !== undefined && passkey.person_id === owner
      ? await checkRequest(ctx, response, challenge, passkey)
      : undefined;
  if (counter !== undefined) return { personId: passkey.person_id, passkeyId: passkey.id, counter };
  await transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    await recordWrong(tx, firm.id, personId ?? passkey.person_id);
  });
  return undefined;
}

/**
 * Holds the proof to what is so now; false when the passkey was removed, or was used meanwhile by something that has its
 * key: then its count is no higher than the one that is known (WebAuthn 7.2, step 22).
 */
export async function acceptPasskey(
  tx: Tx,
  ctx: Context,
  { passkeyId, counter }: PasskeyProof,
): Promise<boolean> {
  const used = await tx
    .updateTable('passkeys')
    .set({ counter, last_used_at: tx.at })
    .where('firm_id', '=', ctx.firm.id)
    .where('id', '=', passkeyId)
    .where('counter', counter === 0 ? '=' : '<', counter)
    .returning('id')
    .executeTakeFirst();
  if (!used) return false;
  await forgiveTry(tx, ctx.services.secret, [placeLimit(ctx)]);
  return true;
}

const find = prepared((db, p: { firm: string; credential: string }) =>
  db
    .selectFrom('passkeys')
    .where('firm_id', '=', p.firm)
    .where('credential_id', '=', p.credential)
    .select(['id', 'person_id', 'credential_id', 'public_key', 'counter', 'transports']),
);
