import type { InstantText } from './columns.ts';

/** Who looks at the portal as a client sees it. Worth nothing without the session that it belongs to. */
export interface ViewTable {
  firm_id: string;
  id: string;
  /** Of the member of the firm who looks. */
  session_id: string;
  /** The client. */
  person_id: string;
  created_at: InstantText;
  expires_at: InstantText;
}
