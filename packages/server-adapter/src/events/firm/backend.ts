import type { CursorQuery, Page } from '@casefront/core/contract';
import type { FirmEvent } from '@casefront/core/contract/firm/events';
import type { EventTable } from '../../sql/schema.ts';

export type EventFields = Omit<
  EventTable,
  'firm_id' | 'id' | 'case_id' | 'external_id' | 'created_at' | 'updated_at'
>;

/** Dates as the firm enters them: those of the cases that the scope sees. */
export interface FirmEventsBackend {
  /** Last changed first, stable like every list. */
  list(query: CursorQuery & { readonly caseId?: string | undefined }): Promise<Page<FirmEvent>>;
  get(id: string): Promise<FirmEvent | undefined>;
  /** Whether the scope sees the case, so that dates may be entered in it. */
  seesCase(caseId: string): Promise<boolean>;
  /** The date as it is, if the scope sees it; nobody else changes it until the transaction ends. */
  lock(id: string): Promise<(EventFields & { readonly case_id: string | null }) | undefined>;
  /** The id of the date with this external id, whoever sees it. */
  findExternal(externalId: string): Promise<string | undefined>;
  /** False when there is a date with the external id, also one that was added at the same moment. */
  add(event: NewEvent): Promise<boolean>;
  change(id: string, fields: Partial<EventFields>, at: string): Promise<void>;
}

export interface NewEvent {
  readonly id: string;
  readonly caseId: string;
  readonly externalId: string | null;
  readonly fields: EventFields;
  readonly at: string;
}
