import * as z from 'zod';
import { PersonId } from './ids.ts';
import { WebUrl } from './values.ts';

/** A member of the firm as a client sees them. */
export const TeamMember = z.object({
  id: PersonId,
  name: z.string(),
  /** What they do at the firm: `Attorney`, `Paralegal`. */
  title: z.string().nullable(),
  photoUrl: WebUrl.nullable(),
});
export type TeamMember = z.infer<typeof TeamMember>;
