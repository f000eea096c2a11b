import * as z from 'zod';
import { get, post } from '../endpoint.ts';
import { PersonId } from '../ids.ts';
import { Instant, SubjectType } from '../values.ts';

/** One person may see one item, from a moment on, and maybe until one. */
export const Share = z.object({
  personId: PersonId,
  name: z.string(),
  type: SubjectType,
  id: z.string(),
  from: Instant,
  until: Instant.nullable(),
  /** Kept from the person for now: the firm has frozen their part in the case. */
  frozen: z.boolean(),
  /** When the person first opened the item; null while they have not. */
  firstSeenAt: Instant.nullable(),
});
export type Share = z.infer<typeof Share>;

const subject = { type: SubjectType, id: z.string().max(64) };

export const shares = {
  /** Who can see an item, and whether they have. */
  list: get('/firm/shares', {
    summary: 'Who can see an item',
    audience: 'firm',
    scope: 'shares',
    input: z.strictObject(subject),
    result: z.object({ items: z.array(Share) }),
    errors: ['not-found'],
  }),
  /**
   * Shares a case or a date with a participant of its case, if their permissions cover it; it ends with their part in the
   * case at the latest. Conversations are shared by writing to people.
   */
  create: post('/firm/shares', {
    summary: 'Share an item with a person',
    audience: 'firm',
    scope: 'shares',
    input: z.strictObject({ ...subject, personId: PersonId, until: Instant.nullable().default(null) }),
    result: Share,
    errors: ['not-found', 'conflict'],
    activity: true,
  }),
  /**
   * Takes an item back: it is gone for the person at once, everywhere. With a case go its conversations and dates; they
   * do not come back with it. The team of a case is set with the case.
   */
  end: post('/firm/shares/end', {
    summary: 'Stop sharing an item with a person',
    audience: 'firm',
    scope: 'shares',
    input: z.strictObject({ ...subject, personId: PersonId }),
    errors: ['not-found', 'conflict'],
    activity: true,
  }),
};
