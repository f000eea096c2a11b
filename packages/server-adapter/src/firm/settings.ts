/** What a firm has set, with the defaults for what it has not. */
import type { Firm } from '@casefront/core/contract/firm';
import type { Settings } from '@casefront/core/contract/firm/settings';
import type { FirmRecord, PersonContext } from '../context.ts';

/** A page that tells nothing about where its visitor comes from. */
const neutralPage = 'https://www.weather.gov/';

export const settingsOf = ({ settings }: Pick<FirmRecord, 'settings'>) =>
  ({
    secondFactor: settings.secondFactor ?? 'staff',
    idleMinutes: Math.min(60, Math.max(5, settings.idleMinutes)),
    safety: settings.safety ?? false,
    exitUrl: settings.exitUrl ?? neutralPage,
    lockedFields: settings.lockedFields ?? [],
  }) satisfies Settings;

/** Where a quick exit leads; null where the firm has none. */
export function safetyOf(firm: Pick<FirmRecord, 'settings'>): Firm['safety'] {
  const { safety, exitUrl } = settingsOf(firm);
  return safety ? { exitUrl } : null;
}

/** Whether the firm asks people of this kind for a second factor. */
export function asksForSecondFactor(firm: Pick<FirmRecord, 'settings'>, kind: 'client' | 'staff'): boolean {
  const { secondFactor } = settingsOf(firm);
  return secondFactor === 'everybody' || (secondFactor === 'staff' && kind === 'staff');
}

/** Seconds without an act after which somebody is signed out: as they have chosen, but no longer than the firm allows. */
export function idleSecondsOf(firm: Pick<FirmRecord, 'settings'>, chosen: number | null): number {
  const most = settingsOf(firm).idleMinutes;
  return Math.min(chosen ?? most, most) * 60;
}

/** The firm may keep what its clients are called and where they are found to itself; colleagues it changes as it likes. */
export const lockedOf = ({ firm, actor }: Pick<PersonContext, 'firm' | 'actor'>) =>
  actor.kind === 'client' ? settingsOf(firm).lockedFields : [];
