import type { Message, Thread } from '../contract/threads.ts';
import { aMessage, aThread, fixtureId, fixtures, messagesOf } from './fixtures/index.ts';

/** The conversations of the small world: what is written stays, as long as this object does. */
export interface MockInbox {
  /** Newest message first. */
  list(caseId?: string): Thread[];
  get(id: string): Thread | undefined;
  /** Newest first. */
  messages(id: string): readonly Message[];
  start(message: { caseId: string; recipientIds: string[]; subject: string; body: string }): Thread;
  reply(id: string, body: string): Message | undefined;
  see(id: string): void;
  unseen(): number;
}

export function createInbox(): MockInbox {
  const threads = new Map<string, Thread>(fixtures.threads.map((thread) => [thread.id, thread]));
  const messages = new Map<string, readonly Message[]>(
    fixtures.threads.map((thread) => [thread.id, messagesOf(thread)]),
  );
  let written = 0;

  const add = (thread: Thread, body: string): Message => {
    const sentAt = new Date().toISOString();
    const message = aMessage({ body: body.trim(), sentAt, id: fixtureId('message', `written${++written}`) });
    const earlier = messages.get(thread.id) ?? [];
    messages.set(thread.id, [message, ...earlier]);
    threads.set(thread.id, {
      ...thread,
      snippet: body.trim().replace(/\s+/g, ' ').slice(0, 140),
      lastAuthor: message.author,
      lastMessageAt: sentAt,
      messageCount: earlier.length + 1,
    });
    return message;
  };

  return {
    list: (caseId) =>
      [...threads.values()]
        .filter((thread) => !caseId || thread.caseId === caseId)
        .sort((a, b) => b.lastMessageAt.localeCompare(a.lastMessageAt)),
    get: (id) => threads.get(id),
    messages: (id) => messages.get(id) ?? [],
    start({ caseId, recipientIds, subject, body }) {
      const about = fixtures.cases.find(({ id }) => id === caseId) ?? fixtures.cases[0];
      const readers = Object.values(fixtures.correspondents).filter(({ id }) => recipientIds.includes(id));
      const thread = aThread({
        id: fixtureId('thread', `written${threads.size}`),
        caseId: about.id,
        caseTitle: about.title,
        subject,
        participants: [fixtures.correspondents.elena, ...readers],
      });
      add(thread, body);
      return threads.get(thread.id)!;
    },
    reply(id, body) {
      const thread = threads.get(id);
      return thread && add(thread, body);
    },
    see(id) {
      const thread = threads.get(id);
      if (thread) threads.set(id, { ...thread, unseen: false });
    },
    unseen: () => [...threads.values()].filter(({ unseen }) => unseen).length,
  };
}
