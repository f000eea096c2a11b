/** Controls, line breaks, and the marks that turn text around: they only serve to forge headers or to disguise names. */
// oxlint-disable-next-line no-control-regex -- naming them is the point
const tricks = /[\u0000-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]+/g;

/** Text on one line, with nothing in it that could start a mail header or reverse what is read (CWE-93, CVE-2021-42574). */
export const oneLine = (text: string): string => text.replace(tricks, ' ').replace(/ {2,}/g, ' ').trim();

/** A subject is read in a list on a phone: at most this many characters. */
export const subjectLength = 60;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * `Firm: what it is about`. A long firm name is shortened, never the message, so that the reader always learns why the
 * mail came. Counts UTF-16 units for the limit and cuts between whole characters.
 */
export function subject(firmName: string, about: string): string {
  const name = oneLine(firmName);
  const room = subjectLength - about.length - ': '.length;
  return `${name.length <= room ? name : shortened(name, room)}: ${about}`;
}

function shortened(name: string, room: number): string {
  let kept = '';
  for (const { segment } of characters.segment(name)) {
    if (kept.length + segment.length > room - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
