/** What a person wants to be told about, and how. Stored is what they do not want, so that what is new comes by itself. */
import {
  noticeChannels,
  noticeKinds,
  type NoticeChannel,
  type NoticeKind,
  type NoticePreference,
} from '@casefront/core/contract/profile';
import type { Section } from '../journal/index.ts';
import type { Quiet } from '../sql/schema.ts';

const kinds: Readonly<Record<Section, NoticeKind>> = { inbox: 'message', cases: 'case', calendar: 'event' };

/** Whether somebody wants news of a section by a channel. */
export const wants = (quiet: readonly Quiet[], section: Section, channel: NoticeChannel): boolean =>
  !quiet.includes(`${kinds[section]}:${channel}`);

export const preferencesOf = (quiet: readonly Quiet[]): NoticePreference[] =>
  noticeKinds.flatMap((kind) =>
    noticeChannels.map((channel) => ({ kind, channel, on: !quiet.includes(`${kind}:${channel}`) })),
  );

/** What is quiet after some preferences were given; the others stay. Sorted, so that equal is equal. */
export function withPreferences(
  quiet: readonly Quiet[],
  given: readonly { kind: NoticeKind; channel: NoticeChannel; on: boolean }[],
): Quiet[] {
  const next = new Set(quiet);
  for (const { kind, channel, on } of given) {
    if (on) next.delete(`${kind}:${channel}`);
    else next.add(`${kind}:${channel}`);
  }
  return [...next].sort();
}
