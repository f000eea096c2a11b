import { clearCookie } from '../access/cookies.ts';
import { endSession } from '../access/sessions.ts';
import type { PersonContext } from '../context.ts';

/** The session is dead on the server when this resolves; clearing the cookie is only tidy. */
export async function signOut({ firm, actor, transaction, request }: PersonContext): Promise<void> {
  await transaction((tx) => endSession(tx, firm.id, actor));
  request.answerHeaders['set-cookie'] = clearCookie(firm.cookie);
}
