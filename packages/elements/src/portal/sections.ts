import { html, nothing, type TemplateResult } from 'lit';
import type { IconNode } from 'lucide';
import type { Counts } from '@casefront/core/contract/notifications';
import type { Key } from '../locales/index.ts';
import type { Location, Place } from '../state/index.ts';
import { briefcaseIcon, houseIcon, messageSquareIcon, userIcon } from '../ui/icons.ts';

/** An entry of the navigation. The server decides which of them a person has. */
export interface Section {
  /** As the session names it; also the place that the entry leads to. */
  readonly name: 'dashboard' | 'cases' | 'inbox' | 'profile';
  readonly label: Key;
  readonly icon: IconNode;
  /** Whose unseen items its bubble counts. */
  readonly counts?: keyof Counts;
  /** Every place that belongs to it. */
  readonly places: readonly Place[];
  /** Fetches its element; nothing for what came with the portal itself. */
  readonly load?: () => Promise<unknown>;
  readonly render: (location: Location) => TemplateResult;
}

export const sections: readonly Section[] = [
  {
    name: 'dashboard',
    label: 'nav.dashboard',
    icon: houseIcon,
    places: ['dashboard'],
    render: () => html`<portal-dashboard></portal-dashboard>`,
  },
  {
    name: 'cases',
    label: 'nav.cases',
    icon: briefcaseIcon,
    counts: 'cases',
    places: ['cases', 'case'],
    load: () => Promise.all([import('../define/portal-cases.ts'), import('../define/portal-case.ts')]),
    render: ({ id }) =>
      id ? html`<portal-case case-id=${id}></portal-case>` : html`<portal-cases></portal-cases>`,
  },
  {
    name: 'inbox',
    label: 'nav.inbox',
    icon: messageSquareIcon,
    counts: 'inbox',
    places: ['inbox', 'thread', 'compose'],
    load: () => import('../define/portal-inbox.ts'),
    render: ({ place, id }) => html`<portal-inbox
      ?compose=${place === 'compose'}
      thread-id=${place === 'thread' && id ? id : nothing}
      case-id=${place === 'compose' && id ? id : nothing}
    ></portal-inbox>`,
  },
  {
    name: 'profile',
    label: 'nav.profile',
    icon: userIcon,
    places: ['profile'],
    load: () => import('../define/portal-profile.ts'),
    render: () => html`<portal-profile></portal-profile>`,
  },
];

/** The section that a place belongs to, when this person has it. */
export const sectionOf = (place: Place, names: readonly string[]): Section | undefined =>
  sections.find((section) => section.places.includes(place) && names.includes(section.name));

/** The sections of a person, in the server's order. One that this version does not know is left out. */
export const sectionsOf = (names: readonly string[]): Section[] =>
  names.flatMap((name) => sections.find((section) => section.name === name) ?? []);
