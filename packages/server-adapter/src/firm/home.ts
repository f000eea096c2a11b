import type { FirmRecord } from '../context.ts';

/** The page where somebody comes in: colleagues at their desk, if there is one. */
export const homeUrl = (
  { portalUrl, settings }: { portalUrl: string; settings?: Pick<FirmRecord['settings'], 'deskUrl'> },
  kind: 'client' | 'staff',
): string => new URL((kind === 'staff' && settings?.deskUrl) || '', portalUrl).href;
