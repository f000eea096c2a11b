/**
 * What an authenticator is asked to sign. Each challenge is good once, for five minutes, for one purpose, and in the
 * session that asked for it (WebAuthn 13.4.3): an answer that was overheard, or made elsewhere, is worth nothing.
 */
import { randomBytes } from 'node:crypto';
import { hashToken } from '../access/tokens.ts';
import type { Tx } from '../sql/database.ts';
import type { ChallengeTable } from '../sql/schema.ts';

export const challengeSeconds = 5 * 60;

export interface Asking {
  readonly firmId: string;
  readonly purpose: ChallengeTable['purpose'];
  /** `ses_…`; null for signing in. */
  readonly sessionId: string | null;
}

export async function newChallenge(
  tx: Tx,
  { firmId, purpose, sessionId }: Asking,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = Uint8Array.from(randomBytes(32));
  await tx
    .insertInto('challenges')
    .values({
      firm_id: firmId,
      hash: hashToken(Buffer.from(challenge).toString('base64url')),
      purpose,
      session_id: sessionId,
      expires_at: new Date(Date.parse(tx.at) + challengeSeconds * 1000).toISOString(),
    })
    .execute();
  return challenge;
}

/** Whether this was asked for here and not answered yet; it is used up by that, also when the answer is wrong. */
export async function useChallenge(
  tx: Tx,
  { firmId, purpose, sessionId }: Asking,
  challenge: string,
): Promise<boolean> {
  const used = await tx
    .deleteFrom('challenges')
    .where('firm_id', '=', firmId)
    .where('hash', '=', hashToken(challenge))
    .where('purpose', '=', purpose)
    .where('session_id', sessionId === null ? 'is' : '=', sessionId)
    .where('expires_at', '>', tx.at)
    .returning('hash')
    .executeTakeFirst();
  return used !== undefined;
}
