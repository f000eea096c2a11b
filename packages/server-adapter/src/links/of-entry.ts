import type { Entry, Links } from '../journal/index.ts';
import type { Executor } from '../sql/database.ts';
import type { LinkPurpose } from '../sql/schema.ts';

/** The link for a purpose that an entry is about; to read what a mail has to say of it. */
export const linkOf = (executor: Executor, entry: Entry, purpose: LinkPurpose) =>
  executor
    .selectFrom('links')
    .where('links.firm_id', '=', entry.firmId)
    .where('links.id', 'in', idsIn(entry))
    .where('links.purpose', '=', purpose);

const idsIn = ({ subject, data }: Entry): readonly string[] =>
  subject.type === 'invitation' ? [subject.id] : (data as Links).linkIds;
