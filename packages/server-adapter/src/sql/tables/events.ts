import type { DateText, Flag, InstantText } from './columns.ts';

/** Dates in the calendar: timed (`starts_at`, `ends_at`) or all day (`starts_on`). */
export interface EventTable {
  firm_id: string;
  id: string;
  case_id: string | null;
  kind: string;
  title: string;
  all_day: Flag;
  starts_at: InstantText | null;
  /** Also of a whole day (the next midnight in its zone): what tells upcoming from past. */
  ends_at: InstantText | null;
  starts_on: DateText | null;
  time_zone: string;
  /** The instant it begins, also for a whole day (midnight in its zone): what lists sort by. */
  begins_at: InstantText;
  location: string | null;
  url: string | null;
  bring: string | null;
  external_id: string | null;
  created_at: InstantText;
  updated_at: InstantText;
}
