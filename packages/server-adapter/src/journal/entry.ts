import type { Actor } from '../access/actor.ts';
import type { InstantText } from '../sql/schema.ts';
import type { DataOf, JournalSubjectType, None, Verb } from './verbs.ts';

/** Who did it: a person with a session, a system of the firm, or the portal itself. */
export interface JournalActor {
  readonly type: 'person' | 'key' | 'system';
  readonly id: string | null;
}

export interface JournalSubject {
  readonly type: JournalSubjectType;
  readonly id: string;
}

/** The portal itself: jobs, the command line, and whoever is not signed in. */
export const system: JournalActor = { type: 'system', id: null };

/** The one who makes a request, as the journal names them. Who looks as a client stays who they are. */
export function journalActor(actor: Actor): JournalActor {
  if (actor.kind === 'client' && actor.viewedBy) return journalActor(actor.viewedBy);
  if (actor.kind === 'nobody') return system;
  return { type: actor.kind === 'key' ? 'key' : 'person', id: actor.id };
}

/** A row of the journal. */
export interface Entry<V extends string = string, Data = unknown> {
  readonly firmId: string;
  /** Place in the firm's journal, from 1, without gaps. */
  readonly seq: number;
  readonly at: InstantText;
  readonly actor: JournalActor;
  readonly verb: V;
  readonly subject: JournalSubject;
  readonly caseId: string | null;
  readonly data: Data;
}

/** What `append` is given. `data` may be left out when the verb has none. */
export type Change<V extends Verb> = {
  readonly firmId: string;
  readonly actor: JournalActor;
  readonly verb: V;
  readonly subject: JournalSubject;
  /** The case that it belongs to; a case belongs to itself. */
  readonly caseId?: string | null | undefined;
} & (None extends DataOf<V> ? { readonly data?: DataOf<V> | undefined } : { readonly data: DataOf<V> });
