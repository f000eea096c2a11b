import type { InstantText } from './columns.ts';

/** The hash chain of each firm; append-only, see `journal/`. */
export interface JournalTable {
  firm_id: string;
  seq: number;
  at: InstantText;
  actor_type: 'person' | 'key' | 'system';
  actor_id: string | null;
  verb: string;
  subject_type: string;
  subject_id: string;
  case_id: string | null;
  /** Ids and words of closed sets only, canonical JSON: personal text would survive every erasure. */
  data: string;
  prev_hash: string;
  hash: string;
}

export interface JournalHeadTable {
  firm_id: string;
  seq: number;
  hash: string;
}

/** How far each reader of the journal has come. */
export interface JobCursorTable {
  firm_id: string;
  name: string;
  seq: number;
}
