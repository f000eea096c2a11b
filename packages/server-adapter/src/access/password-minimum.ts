import type { FirmRecord } from '../context.ts';
import { hasSecondFactor, heldFactors } from '../factors/held.ts';
import { asksForSecondFactor } from '../firm/settings.ts';
import type { Executor } from '../sql/database.ts';

/** Fewest characters of a password that is all there is, and of one beside a second factor (NIST SP 800-63B-4, 3.1.1.2). */
const alone = 15;
const besideAnother = 8;

/** Whether a password is good only beside a second factor. */
export const isShort = (password: string): boolean => [...password].length < alone;

/** Fewest characters that a new password of this person needs. Whom the firm asks for a second factor, sets one up first. */
export async function passwordMinimum(
  executor: Executor,
  firm: FirmRecord,
  { id, kind }: { readonly id: string; readonly kind: 'client' | 'staff' },
): Promise<number> {
  if (asksForSecondFactor(firm, kind)) return besideAnother;
  return hasSecondFactor(await heldFactors(executor, firm.id, id)) ? besideAnother : alone;
}
