/**
 * Everything that can happen, in one table. A row says what the journal keeps about it, whom it concerns, and which
 * notice it causes; `append` and the jobs follow the table, and no feature writes notices of its own.
 *
 * The subject of an entry is always what is shared: a message is an entry about its thread, a step one about its case.
 * Data are ids and words of closed sets; personal text would outlive every erasure.
 */
import type { SubjectType } from '@casefront/core/contract/values';
import type { LinkPurpose } from '../sql/schema.ts';

export type Section = 'cases' | 'inbox' | 'calendar';
/** Mails about the account itself come whatever somebody wants to be told about. */
export type MailTemplate =
  | LinkPurpose
  | 'password-changed'
  | 'factor-added'
  | 'factor-removed'
  | 'recovery-code-used'
  | 'codes-guessed'
  | 'email-changed-old'
  | 'email-changed-new'
  | 'new-message'
  | 'case-update';

/** What an entry can be about. Cases, threads and events are shared; the rest only the firm's side sees. */
export type JournalSubjectType = SubjectType | 'firm' | 'person' | 'invitation' | 'key';

/**
 * What an entry does to those who can see its subject:
 * - `news`: unseen until they look, told by a notification, the subject moves to the top of their lists;
 * - `change`: what they read is not the same any more, but it is no news;
 * - `staff`: the same, but clients must not notice;
 * - `none`: nothing that anybody reads has changed.
 */
export type Effect = 'news' | 'change' | 'staff' | 'none';

export interface Rule<Data> {
  readonly effect: (data: Data) => Effect;
  /** News are counted in this section. */
  readonly section?: Section;
  /** `firm`: of those who can see the subject only colleagues are told; to clients it is no news. Default: all. */
  readonly side?: 'firm';
  /** Only these people are told, instead of all who can see the subject; `subject` is its id. */
  readonly only?: (data: Data, subject: string) => readonly string[];
  /** Which mails it causes: for news to those who are told, else to `only`. */
  readonly mails?: readonly MailTemplate[];
  /** `clients`: colleagues find it in the portal, without a mail. Default: everyone. */
  readonly mailTo?: 'clients';
}

/** No data. */
export type None = Record<string, never>;
/** Ids of people. */
interface Named {
  readonly personIds: readonly string[];
}
/** Ids of the links that the mails are about. */
export interface Links {
  readonly linkIds: readonly string[];
}
/** What somebody showed who they are with: `password`, `totp`. */
interface Shown {
  readonly method: string;
}
interface Factor {
  readonly factor: 'totp' | 'passkey' | 'all';
}
/** Names of the fields that changed. */
interface Fields {
  readonly fields: readonly string[];
}
/** The endpoint that answered. */
interface Read {
  readonly endpoint: string;
}
/** What somebody may have of a case. */
interface PartData {
  readonly role: string;
  readonly permissions: readonly string[];
}
export interface StepData {
  readonly stepId: string;
  readonly what: 'added' | 'changed' | 'moved' | 'removed';
  /** Whether clients see the step now, and whether they saw it before. */
  readonly visible: boolean;
  readonly wasVisible: boolean;
}

const rule = <Data>(all: Rule<Data>): Rule<Data> => all;
const news = <Data = None>(rule: Omit<Rule<Data>, 'effect'>): Rule<Data> => ({
  effect: () => 'news',
  ...rule,
});
const change = <Data = None>(): Rule<Data> => ({ effect: () => 'change' });
const staff = <Data = None>(): Rule<Data> => ({ effect: () => 'staff' });
const record = <Data = None>(): Rule<Data> => ({ effect: () => 'none' });
const named = ({ personIds }: Named) => personIds;
/** Something about a person's own account; only they are told. */
const account = <Data = None>(rule: Omit<Partial<Rule<Data>>, 'only'>): Rule<Data> => ({
  effect: () => 'none',
  only: (_, subject) => [subject],
  ...rule,
});

export const verbs = {
  // Subject: the firm.
  'firm.added': record(),
  'firm.changed': change<Fields & { readonly secondFactor?: string }>(),

  // Subject: the person.
  'person.added': staff(),
  /** Somebody began to see the portal as this client does. */
  'view.opened': record(),
  'person.changed': change<Fields & { readonly role?: { readonly from: string; readonly to: string } }>(),
  /** They have done a first step, or put the list away. */
  'person.ticked': change<{ readonly what: string }>(),
  /** Somebody who was invited came in by a token of the host instead. */
  'access.begun': staff(),
  'access.disabled': staff(),
  /** A fresh invitation goes with it. */
  'access.enabled': staff(),
  /** The first one. */
  'password.set': record(),
  'password.changed': account({ mails: ['password-changed'] }),
  'password.refused': record(),
  /** A code or a passkey was wrong. */
  'code.refused': record(),
  /** So many were wrong that no more are taken for a while. */
  'codes.guessed': account({ mails: ['codes-guessed'] }),
  'factor.added': account<Factor>({ effect: () => 'staff', mails: ['factor-added'] }),
  'factor.removed': account<Factor>({ effect: () => 'staff', mails: ['factor-removed'] }),
  'recovery-codes.made': account({ mails: ['factor-added'] }),
  'recovery-code.used': account({ mails: ['recovery-code-used'] }),
  /** A link to set a new one. */
  'reset.sent': account<Links>({ mails: ['reset'] }),
  'email.change.asked': account<Links>({ mails: ['email-old', 'email-new'] }),
  'email.change.confirmed': record<{ readonly side: 'old' | 'new' }>(),
  'email.change.cancelled': record(),
  'email.changed': account<Links>({
    effect: () => 'change',
    mails: ['email-changed-old', 'email-changed-new'],
  }),
  /** A mail was given up; somebody at the firm should call. */
  'mail.failed': staff<{ readonly template: MailTemplate }>(),
  /** Signing in has begun, and a second factor is missing. */
  'session.begun': record<Shown>(),
  /** Somebody is signed in. */
  'session.opened': record<Shown>(),
  /** They have shown once more who they are. */
  'session.proved': record<Shown>(),
  /** Somebody has read of it what is a secret, see `sensitive` in the contract. */
  'person.read': record<Read>(),
  'session.ended': record(),

  // Subject: the invitation.
  'invitation.created': rule<Named>({ effect: () => 'staff', only: named, mails: ['invitation'] }),
  'invitation.accepted': staff<Named>(),

  // Subject: the key.
  'key.created': staff<{ readonly scopes: readonly string[] }>(),
  'key.revoked': staff(),

  // Subject: the case.
  'case.opened': change(),
  'case.changed': change<Fields>(),
  'case.status.changed': news({ section: 'cases', mails: ['case-update'], mailTo: 'clients' }),
  'case.step.changed': rule<StepData>({
    effect: ({ visible, wasVisible, what }) => {
      if (visible) return what === 'moved' ? 'change' : 'news';
      return wasVisible ? 'change' : 'staff';
    },
    section: 'cases',
    mails: ['case-update'],
    mailTo: 'clients',
  }),
  'case.sealed': staff(),
  'case.unsealed': staff(),
  /** Somebody from outside the team got in. What they wrote about it is in a row beside. */
  'case.seal.opened': news<Named>({ section: 'cases', side: 'firm', mails: ['case-update'] }),
  'case.team.changed': change<{ readonly added: readonly string[]; readonly removed: readonly string[] }>(),
  'case.participant.added': change<Named & PartData>(),
  'case.participant.changed': staff<Named & PartData>(),
  'case.participant.frozen': change<Named>(),
  'case.participant.unfrozen': change<Named>(),
  'case.participant.removed': change<Named>(),
  'case.shared': news<Named>({ section: 'cases', only: named, mails: ['case-update'], mailTo: 'clients' }),
  /** It ends at another time than before. */
  'case.share.changed': change<Named>(),
  'case.unshared': change<Named>(),
  'case.seen': record(),

  // Subject: the thread.
  'thread.started': change<Named>(),
  'message.sent': news<{ readonly messageId: string }>({ section: 'inbox', mails: ['new-message'] }),
  'thread.unshared': change<Named>(),
  'thread.seen': record(),
  'thread.read': record<Read>(),

  // Subject: the event.
  'event.added': change(),
  'event.changed': news<Fields>({ section: 'calendar', mails: ['case-update'], mailTo: 'clients' }),
  'event.shared': news<Named>({
    section: 'calendar',
    only: named,
    mails: ['case-update'],
    mailTo: 'clients',
  }),
  'event.share.changed': change<Named>(),
  'event.unshared': change<Named>(),
  'event.seen': record(),
} as const;

export type Verb = keyof typeof verbs;
export type DataOf<V extends Verb> = (typeof verbs)[V] extends Rule<infer Data> ? Data : never;

/** The rule of a verb that was read back: its data has the shape that `append` was given. */
export const ruleOf = (verb: string): Rule<unknown> | undefined =>
  (verbs as Record<string, unknown>)[verb] as Rule<unknown> | undefined;

/** Whether the jobs have something to do about an entry. The rest they pass over when they come by. */
export function isActedOn(verb: string, data: unknown): boolean {
  const rule = ruleOf(verb);
  return rule !== undefined && (rule.effect(data) !== 'none' || rule.mails !== undefined);
}
