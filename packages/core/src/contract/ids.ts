import * as z from 'zod';
import { line } from './values.ts';

/** What an id names, by its prefix. An id is opaque and unguessable (128 bits), and never authority. */
export const idPrefixes = {
  firm: 'firm',
  person: 'per',
  invitation: 'inv',
  session: 'ses',
  passkey: 'pky',
  view: 'view',
  key: 'key',
  case: 'case',
  step: 'step',
  thread: 'thr',
  message: 'msg',
  event: 'evt',
  notification: 'ntf',
} as const;

export type IdKind = keyof typeof idPrefixes;

const idOf = (kind: IdKind) =>
  z
    .string()
    .regex(new RegExp(`^${idPrefixes[kind]}_[0-9A-Za-z]{22}$`), `Not the id of a ${kind}`)
    .meta({ description: `Opaque id of a ${kind}` });

export const FirmId = idOf('firm');
export const PersonId = idOf('person');
export const InvitationId = idOf('invitation');
export const SessionId = idOf('session');
export const PasskeyId = idOf('passkey');
export const ViewId = idOf('view');
export const KeyId = idOf('key');
export const CaseId = idOf('case');
export const StepId = idOf('step');
export const ThreadId = idOf('thread');
export const MessageId = idOf('message');
export const EventId = idOf('event');
export const NotificationId = idOf('notification');

/** An id of the firm's own system, unique per kind and firm: pushing the same one again updates, never doubles. */
export const ExternalId = line(200);
