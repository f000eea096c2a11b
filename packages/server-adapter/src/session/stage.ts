import type { FirmRecord } from '../context.ts';
import { hasSecondFactor, type HeldFactors } from '../factors/held.ts';
import { asksForSecondFactor } from '../firm/settings.ts';
import type { SessionStage } from '../sql/schema.ts';

/**
 * How far somebody has come who opens a session; nothing else decides it. Whoever has a second factor is asked for it,
 * also where the firm asks nobody, and also after a reset or an invitation: a mailbox is one factor (ASVS 6.4.3).
 */
export function stageOf(
  firm: Pick<FirmRecord, 'settings'>,
  kind: 'client' | 'staff',
  held: HeldFactors,
  twoFactors: boolean,
): SessionStage {
  if (twoFactors) return 'complete';
  if (hasSecondFactor(held)) return 'second-factor';
  return asksForSecondFactor(firm, kind) ? 'enrol' : 'complete';
}
