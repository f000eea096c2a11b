import type { InstantText } from './columns.ts';

/** Answers kept for repeated requests. `status` is null while the first one runs. */
export interface IdempotencyTable {
  firm_id: string;
  actor: string;
  key: string;
  request_hash: string;
  status: number | null;
  body: string | null;
  created_at: InstantText;
}

/** Shared counters of the rate limits, by window. */
export interface RateCounterTable {
  key: string;
  window_start: InstantText;
  count: number;
}
