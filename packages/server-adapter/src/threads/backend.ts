import type { CursorQuery, Page } from '@casefront/core/contract';
import type { Correspondent, Message, Thread, ThreadSummary } from '@casefront/core/contract/threads';

export interface NewThread {
  readonly id: string;
  readonly caseId: string;
  readonly subject: string;
  readonly authorId: string;
  readonly at: string;
}

export interface NewMessage {
  readonly id: string;
  readonly threadId: string;
  readonly authorId: string;
  readonly body: string;
  readonly at: string;
}

export interface WrittenMessage {
  readonly caseId: string;
  readonly author: Correspondent;
  readonly sentAt: string;
}

/** Somebody whom a message about a case may go to. */
export interface Reachable {
  readonly id: string;
  readonly side: 'client' | 'firm';
}

/** Conversations: only by share, also for admins; an API key, which is nobody, reads them all. */
export interface ThreadsBackend {
  /** Latest message first, stable: a conversation that moves up between two pages is on neither again. */
  list(query: CursorQuery & { readonly caseId?: string | undefined }): Promise<Page<ThreadSummary>>;
  /** Undefined when the scope does not see it. */
  get(id: string): Promise<Thread | undefined>;
  /** Latest first. Messages that arrive between two pages move nothing. Undefined like `get`. */
  messages(id: string, query: CursorQuery): Promise<Page<Message> | undefined>;

  /**
   * Who can be written to about a case: its team, and the clients and contacts in it who see it and may have messages,
   * except those whose access the firm has shut. Undefined when the scope does not see the case. Inside a transaction: until it ends nobody joins or
   * leaves the case.
   */
  reachable(caseId: string): Promise<Reachable[] | undefined>;

  /** Makes an empty conversation. */
  add(thread: NewThread): Promise<void>;
  /**
   * Adds a message at the end: messages that are written at once wait for each other, get numbers without a gap, and
   * their times never go back. Undefined when the conversation is not shared with the author.
   */
  write(message: NewMessage): Promise<WrittenMessage | undefined>;
  /** Whether somebody in the conversation is frozen: it waits for them, and nothing is said behind their back. */
  isResting(id: string): Promise<boolean>;
  /** Who reads the conversation now, without those whose access the firm has shut. */
  readers(id: string): Promise<Correspondent[]>;
}
