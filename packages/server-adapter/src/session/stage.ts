import type { FirmRecord } from '../context.ts';
import { hasSecondFactor, type HeldFactors } from '../factors/held.ts';
import { asksForSecondFactor } from '../firm/settings.ts';
import type { SessionStage } from '../sql/schema.ts';

/**
 * How far somebody has come who opens a session; nothing else decides it. Whoever has a second factor is asked for it,
 * also where the firm asks nobody, and also after a reset or an invitation: a mailbox is one factor (ASVS 6.4.3). A password
 * that is good only beside one does not stand alone, also where the firm has stopped asking or has taken the factor away.
 */
export function stageOf(
  firm: Pick<FirmRecord, 'settings'>,
  kind: 'client' | 'staff',
  held: HeldFactors,
  twoFactors: boolean,
): SessionStage {
  if (twoFactors) return 'complete';
  if (hasSecondFactor(held)) return 'second-factor';
  return held.shortPassword || asksForSecondFactor(firm, kind) ? 'enrol' : 'complete';
}
