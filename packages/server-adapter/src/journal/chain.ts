import { hash } from 'node:crypto';
import type { JournalTable } from '../sql/schema.ts';
import { canonicalJson, type JsonValue } from './canonical-json.ts';

/** What comes before the first row. */
export const genesis = '0'.repeat(64);

/** A journal row without what the chain adds. */
export type Link = Omit<JournalTable, 'hash'>;

/**
 * The hash of a row, hex: `SHA-256("lp-audit-v1" ‖ previous hash in hex ‖ canonical JSON of the row)`, all as UTF-8.
 * Anybody can compute it with any SHA-256 and any RFC 8785 library.
 */
export function linkHash(link: Link): string {
  const row: JsonValue = {
    firm: link.firm_id,
    seq: link.seq,
    at: link.at,
    actor: { type: link.actor_type, id: link.actor_id },
    verb: link.verb,
    subject: { type: link.subject_type, id: link.subject_id },
    case: link.case_id,
    data: link.data,
  };
  return hash('sha256', `lp-audit-v1${link.prev_hash}${canonicalJson(row)}`);
}
