/**
 * English comes with the code that speaks it: `en.json` with the first view, `en.<section>.json` with the section. It
 * is the language of whoever has no other, and the source that the others are translated from.
 */
import type activity from './en.activity.json';
import type cases from './en.cases.json';
import type checklist from './en.checklist.json';
import type exit from './en.exit.json';
import type firms from './en.firms.json';
import type inbox from './en.inbox.json';
import type factors from './en.factors.json';
import type invitation from './en.invitation.json';
import type links from './en.links.json';
import type profile from './en.profile.json';
import type session from './en.session.json';
import type viewing from './en.viewing.json';
import type writing from './en.writing.json';
import first from './en.json' with { type: 'json' };

/** A language's words: flat keys, `{name}` to fill in, plural suffixes as in i18next. May be partial. */
export type Catalog = Readonly<Record<string, string>>;

type Entry = keyof (typeof first &
  typeof activity &
  typeof cases &
  typeof checklist &
  typeof exit &
  typeof factors &
  typeof firms &
  typeof inbox &
  typeof invitation &
  typeof links &
  typeof profile &
  typeof session &
  typeof viewing &
  typeof writing);
type PluralSuffix = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** Every key of the catalogs; plural entries (`tasks_one`, `tasks_other`) by their stem. */
export type Key = Entry extends infer E ? (E extends `${infer Stem}_${PluralSuffix}` ? Stem : E) : never;

const shared = globalThis as unknown as Record<symbol, Catalog[] | undefined>;

/** What was added so far, first view first. From the global registry: a section may come from another copy of the bundle. */
export const english = (shared[Symbol.for('casefront.english')] ??= []);

/** The words of a section, added where its element is defined: `addEnglish(words)` below the imports. */
export function addEnglish(words: Catalog): void {
  if (!english.includes(words)) english.push(words);
}

addEnglish(first);
