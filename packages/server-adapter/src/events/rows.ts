import type { Event } from '@casefront/core/contract/events';
import type { EventTable } from '../sql/schema.ts';

export const eventColumns = [
  'events.id',
  'events.kind',
  'events.title',
  'events.all_day',
  'events.starts_at',
  'events.ends_at',
  'events.starts_on',
  'events.time_zone',
  'events.begins_at',
  'events.location',
  'events.url',
  'events.bring',
] as const;

type EventRow = Omit<EventTable, 'firm_id' | 'case_id' | 'external_id' | 'created_at' | 'updated_at'>;

/** A whole day has an end in the database, so that it is over at some point, but none on the wire. */
export const toEvent = (row: EventRow, about: { id: string | null; title: string | null }): Event => ({
  id: row.id,
  caseId: about.id,
  caseTitle: about.title,
  kind: row.kind,
  title: row.title,
  startsAt: row.starts_at,
  endsAt: row.all_day ? null : row.ends_at,
  startsOn: row.starts_on,
  timeZone: row.time_zone,
  location: row.location,
  url: row.url,
  bring: row.bring,
});
