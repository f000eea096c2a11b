import type { Key } from '../locales/index.ts';

/** What a person can set, in groups, in the order of the list. */
export const groups = {
  details: ['name', 'email', 'phone', 'address'],
  reading: ['language', 'time-zone', 'notices'],
  safety: ['password', 'factors', 'devices', 'sign-out'],
} as const satisfies Record<string, readonly string[]>;

export type Group = keyof typeof groups;
export type Setting = (typeof groups)[Group][number];

export const groupTitles: Record<Group, Key> = {
  details: 'profile.group-details',
  reading: 'profile.group-reading',
  safety: 'profile.group-safety',
};
