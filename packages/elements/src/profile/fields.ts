/** The values that a person changes one by one, each with the control that fits it. */
import type { Profile } from '@casefront/core/contract/profile';
import { languages } from '../locales/index.ts';
import { portal, type PortalHost } from '../state/index.ts';
import { selectField, textArea, textField } from '../ui/index.ts';
import { FIELD, type FieldOptions } from './field-screen.ts';
import { zones } from './zones.ts';

export type FieldName = 'name' | 'phone' | 'address' | 'language' | 'time-zone' | 'sign-out';

/** Times that one may choose from, in minutes; the firm's own is always among them. */
const times = [5, 10, 15, 20, 30, 45, 60];

export function fieldOf(host: PortalHost, name: FieldName): FieldOptions {
  const { i18n, state } = portal(host);
  const id = FIELD;
  const common = { id, name: 'value' };
  const fields: Record<FieldName, FieldOptions> = {
    name: {
      title: 'profile.name',
      intro: 'profile.name-intro',
      field: ({ name: value }, error) =>
        textField(i18n, { ...common, label: i18n.t('profile.name'), autocomplete: 'name', value, error }),
      check: (value) => (value ? undefined : 'profile.name-missing'),
      update: (value) => ({ name: value }),
    },
    phone: {
      title: 'profile.phone',
      intro: 'profile.phone-intro',
      field: ({ phone }, error) =>
        textField(i18n, {
          ...common,
          type: 'tel',
          label: i18n.t('profile.phone'),
          autocomplete: 'tel',
          value: phone ?? '',
          error,
        }),
      update: (value) => ({ phone: value || null }),
    },
    address: {
      title: 'profile.address',
      intro: 'profile.address-intro',
      field: ({ address }, error) =>
        textArea(i18n, {
          ...common,
          label: i18n.t('profile.address'),
          autocomplete: 'street-address',
          rows: 4,
          value: address ?? '',
          error,
        }),
      update: (value) => ({ address: value || null }),
    },
    language: {
      title: 'profile.language',
      intro: 'profile.language-intro',
      field: ({ locale }, error) =>
        selectField(i18n, {
          ...common,
          label: i18n.t('profile.language'),
          // Each in its own words: whoever cannot read the page finds theirs.
          choices: Object.entries(languages).map(([value, { name: label }]) => ({ value, label })),
          value: locale.split('-')[0],
          change: () => {},
          error,
        }),
      update: (value) => ({ locale: value }),
      saved: ({ locale }) => void state?.speak(locale),
    },
    'time-zone': {
      title: 'profile.time-zone',
      intro: 'profile.time-zone-intro',
      field: ({ timeZone }, error) =>
        selectField(i18n, {
          ...common,
          label: i18n.t('profile.time-zone'),
          choices: zones(i18n, timeZone),
          value: timeZone,
          change: () => {},
          error,
        }),
      update: (value) => ({ timeZone: value }),
    },
    'sign-out': {
      title: 'profile.sign-out',
      intro: 'profile.sign-out-intro',
      field: ({ idleMinutes, idleMinutesMost }, error) =>
        selectField(i18n, {
          ...common,
          label: i18n.t('profile.sign-out-label'),
          choices: timesUpTo(idleMinutesMost).map((count) => ({
            value: String(count),
            label: i18n.t('profile.minutes', { count }),
          })),
          value: String(idleMinutes),
          change: () => {},
          error,
        }),
      update: (value) => ({ idleMinutes: Number(value) }),
    },
  };
  return fields[name];
}

const languageName = (locale: string): string =>
  Object.entries(languages).find(([language]) => language === locale.split('-')[0])?.[1].name ?? locale;

const timesUpTo = (most: number) => [...new Set([...times.filter((time) => time < most), most])];

/** What stands in the list. */
export function valueOf(host: PortalHost, name: FieldName, profile: Profile): string | null {
  const { i18n } = portal(host);
  const values: Record<FieldName, string | null> = {
    name: profile.name,
    phone: profile.phone,
    address: profile.address,
    language: languageName(profile.locale),
    'time-zone': zones(i18n, profile.timeZone).find(({ value }) => value === profile.timeZone)!.label,
    'sign-out': i18n.t('profile.sign-out-value', { count: profile.idleMinutes }),
  };
  return values[name];
}
