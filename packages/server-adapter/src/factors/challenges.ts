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
      hash: hashOf(challenge),
      purpose,
      session_id: sessionId,
      expires_at: new Date(Date.parse(tx.at) + challengeSeconds * 1000).toISOString(),
    })
    .execute();
  return challenge;
}

/** The challenge that an answer says it signed, when it was asked for here; it is used up by that. */
export async function useChallenge(
  tx: Tx,
  { firmId, purpose, sessionId }: Asking,
  clientDataJSON: string,
): Promise<string | undefined> {
  const challenge = challengeIn(clientDataJSON);
  if (challenge === undefined) return undefined;
  const used = await tx
    .deleteFrom('challenges')
    .where('firm_id', '=', firmId)
    .where('hash', '=', hashOf(Buffer.from(challenge, 'base64url')))
    .where('purpose', '=', purpose)
    .where('session_id', sessionId === null ? 'is' : '=', sessionId)
    .where('expires_at', '>', tx.at)
    .returning('hash')
    .executeTakeFirst();
  return used && challenge;
}

const hashOf = (challenge: Uint8Array) => hashToken(Buffer.from(challenge).toString('base64url'));

/** What the browser wrote down of the ceremony (WebAuthn 5.8.1), before it is known whether it is true. */
function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as {
      challenge?: unknown;
    };
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    return undefined;
  }
}
