import type { NamedEndpoint } from '@casefront/core/contract';
import type { Verb } from '../../journal/index.ts';

/** What the journal keeps of a call that is in `examples.ts`, where it is not one entry. */
const several: Readonly<Record<string, readonly Verb[]>> = {
  'session.exchange': ['access.begun', 'session.opened'],
  'session.confirmCode': ['recovery-code.used', 'session.proved'],
  'factors.confirmTotp': ['factor.added', 'session.proved'],
  'factors.addPasskey': ['factor.added', 'session.proved'],
  'invitations.accept': ['invitation.accepted', 'password.set', 'session.opened'],
  'password.reset': ['password.changed', 'session.opened'],
  'password.change': ['password.changed', 'session.proved'],
  'firm.access.enable': ['access.enabled', 'invitation.created'],
  'threads.start': ['thread.started', 'message.sent'],
  'firm.threads.start': ['thread.started', 'message.sent'],
  'firm.cases.addParticipant': ['case.participant.added', 'case.shared'],
};

/** Nothing: they only look, say that somebody is there, or ask for what a job does later, so that all are answered alike. */
const silent = new Set([
  'session.extend',
  'session.passkeyOptions',
  'session.passkeySignInOptions',
  'factors.startTotp',
  'factors.startPasskey',
  'invitations.look',
  'invitations.renew',
  'password.look',
  'password.forgot',
  'email.look',
]);

/** How many entries a call leaves behind: one for every change, and for every read of what is somebody's secret. */
export function entriesOf({ name, endpoint: { method, spec } }: NamedEndpoint): number {
  if (method === 'GET') return spec.sensitive ? 1 : 0;
  return silent.has(name) ? 0 : (several[name]?.length ?? 1);
}
