import { newId } from '../ids.ts';
import { append, system } from '../journal/index.ts';
import { share } from '../shares/index.ts';
import type { Database, Tx } from '../sql/database.ts';
import { addCase, addFirm, addPerson, addStaff, addThread, shareCase } from './seed.ts';

/** A firm with a case and a conversation in it, and people in every relation to them. */
export interface Conversation {
  readonly firm: string;
  readonly caseId: string;
  readonly thread: string;
  /** In the conversation. */
  readonly client: string;
  readonly attorney: string;
  readonly paralegal: string;
  /** On the case, not in the conversation. */
  readonly coClient: string;
  readonly colleague: string;
  /** Neither; sees all cases. */
  readonly admin: string;
}

export async function addConversation(tx: Tx): Promise<Conversation> {
  const firm = await addFirm(tx);
  const [client, coClient] = [await addPerson(tx, firm), await addPerson(tx, firm)];
  const [attorney, paralegal] = [await addStaff(tx, firm), await addStaff(tx, firm)];
  const [colleague, admin] = [await addStaff(tx, firm), await addStaff(tx, firm, { role: 'admin' })];
  const caseId = await addCase(tx, firm);
  await shareCase(tx, firm, caseId, client, coClient, attorney, paralegal, colleague);
  const thread = await addThread(tx, firm, { case_id: caseId, created_by: client });
  const subject = { type: 'thread', id: thread } as const;
  const personIds = [client, attorney, paralegal];
  const started = {
    firmId: firm,
    actor: system,
    verb: 'thread.started',
    subject,
    caseId,
    data: { personIds },
  } as const;
  await share(tx, await append(tx, started), { subject, caseId, personIds });
  return { firm, caseId, thread, client, coClient, attorney, paralegal, colleague, admin };
}

/** Writes a message into the conversation. Returns its place in the journal. */
export const say = (
  database: Database,
  { firm, caseId, thread }: Conversation,
  author: string,
): Promise<number> =>
  database.transaction(async (tx) => {
    const messageId = newId('message');
    const { message_count: seq } = await tx
      .updateTable('threads')
      .set((eb) => ({ message_count: eb('message_count', '+', 1), last_message_at: tx.at }))
      .where('firm_id', '=', firm)
      .where('id', '=', thread)
      .returning('message_count')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('messages')
      .values({
        firm_id: firm,
        id: messageId,
        thread_id: thread,
        seq,
        author_id: author,
        body: 'When is the hearing?',
        created_at: tx.at,
      })
      .execute();
    const entry = await append(tx, {
      firmId: firm,
      actor: { type: 'person', id: author },
      verb: 'message.sent',
      subject: { type: 'thread', id: thread },
      caseId,
      data: { messageId },
    });
    return entry.seq;
  });
