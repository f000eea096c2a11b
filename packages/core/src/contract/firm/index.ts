/** The firm's side: what staff and the firm's systems may call. */
import { access } from './access.ts';
import { cases, steps } from './cases.ts';
import { events } from './events.ts';
import { keys } from './keys.ts';
import { invitations, people } from './people.ts';
import { settings } from './settings.ts';
import { shares } from './shares.ts';
import { messages, threads } from './threads.ts';
import { views } from './views.ts';

export const firmContract = {
  people,
  invitations,
  access,
  views,
  cases,
  steps,
  threads,
  messages,
  events,
  shares,
  keys,
  settings,
};
export type FirmContract = typeof firmContract;
