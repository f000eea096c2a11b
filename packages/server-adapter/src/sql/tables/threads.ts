import type { InstantText } from './columns.ts';

export interface ThreadTable {
  firm_id: string;
  id: string;
  case_id: string;
  subject: string;
  created_by: string;
  created_at: InstantText;
  last_message_at: InstantText;
  /** Also the `seq` of the last message. */
  message_count: number;
}

export interface MessageTable {
  firm_id: string;
  id: string;
  thread_id: string;
  /** Place in the thread, from 1, without gaps. */
  seq: number;
  author_id: string;
  body: string;
  created_at: InstantText;
}
