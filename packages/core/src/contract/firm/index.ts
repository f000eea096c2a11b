/** The firm's side: what staff and the firm's systems may call. */
import { cases, steps } from './cases.ts';
import { events } from './events.ts';
import { keys } from './keys.ts';
import { invitations, people } from './people.ts';
import { shares } from './shares.ts';
import { messages, threads } from './threads.ts';

export const firmContract = { people, invitations, cases, steps, threads, messages, events, shares, keys };
export type FirmContract = typeof firmContract;
