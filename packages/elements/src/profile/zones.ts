import type { I18n } from '../locales/index.ts';
import type { Choice } from '../ui/index.ts';

/** Most clients of a firm live in one of these; the rest of the world follows. */
const near = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];

/** Time zones to choose from, named in the person's language; first their own and the one that their device is in. */
export function zones({ language }: I18n, own: string): Choice[] {
  const { timeZone: here } = Intl.DateTimeFormat().resolvedOptions();
  const all = new Set([own, here, ...near, ...Intl.supportedValuesOf('timeZone')]);
  return [...all].map((value) => ({ value, label: nameOf(value, language) }));
}

/** `Pacific Time, Los Angeles`. */
function nameOf(timeZone: string, language: string): string {
  const city = timeZone.split('/').at(-1)!.replaceAll('_', ' ');
  try {
    const parts = new Intl.DateTimeFormat(language, {
      timeZone,
      timeZoneName: 'longGeneric',
    }).formatToParts();
    const zone = parts.find(({ type }) => type === 'timeZoneName')?.value;
    return zone && zone !== city ? `${zone}, ${city}` : city;
  } catch {
    return city; // a zone that this browser does not know
  }
}
