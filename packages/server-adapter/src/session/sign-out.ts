import { endSession } from '../access/sessions.ts';
import type { PersonContext } from '../context.ts';

/** The session is dead on the server when this resolves; what the browser keeps of it is only tidied up. */
export async function signOut({ firm, actor, transaction, request }: PersonContext): Promise<void> {
  await transaction((tx) => endSession(tx, firm.id, actor));
  request.handToken();
}
