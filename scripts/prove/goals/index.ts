/** What is promised. The long ones come first, so that all lanes end together. */
import type { Goal } from '../lib/goal.ts';

export const goals: readonly Goal[] = [
  {
    name: 'G2',
    promise: 'Whatever decides who sees what is missed as soon as it is gone',
    load: () => import('./g2.ts'),
  },
  {
    name: 'G1',
    promise: 'Nobody reads or touches what is not theirs, whatever they call',
    load: () => import('./g1.ts'),
  },
  {
    name: 'G3',
    promise: 'No answer has a field that is not on the list, and no write changes what is not its own',
    load: () => import('./g3.ts'),
  },
  {
    name: 'G4',
    promise: 'Whatever is taken from somebody is gone with their next call, and nobody else notices',
    load: () => import('./g4.ts'),
  },
  {
    name: 'G9',
    promise: 'Of two who use the same token at the same moment, one gets in',
    needs: ['postgres'],
    // What compares passwords is loaded changed.
    load: () => import('../races/light.ts').then(() => import('./g9.ts')),
  },
  {
    name: 'G5-sqlite',
    promise: 'What was acknowledged is there after the process was killed',
    load: () => import('./g5-sqlite.ts'),
  },
  {
    name: 'G5-postgres',
    promise: 'What was acknowledged is there after Postgres was stopped in the middle of it',
    load: () => import('./g5-postgres.ts'),
  },
  {
    name: 'G6',
    promise: 'Every acknowledged commit has reached the disk',
    load: () => import('./g6.ts'),
  },
  {
    name: 'G10',
    promise: 'No request makes the server fail, and no answer is one that the contract does not name',
    flags: ['--expose-gc'],
    // Passwords that are quick to compare: thousands of requests try one.
    load: () => import('../races/light.ts').then(() => import('./g10.ts')),
  },
  {
    name: 'G20',
    promise: 'What somebody wrote is text for whoever reads it, in every element',
    needs: ['browser'],
    load: () => import('../races/light.ts').then(() => import('./g20.ts')),
  },
  {
    name: 'G14',
    promise: 'Whatever shows more gives a new token; earlier and planted ones are dead, and none is stored',
    load: () => import('./g14.ts'),
  },
  {
    name: 'G15',
    promise: 'A session ends without acts and, in the end, whatever happens',
    load: () => import('./g15.ts'),
  },
  {
    name: 'G17',
    promise: 'Nobody guesses for long, and nobody shuts the owner out by guessing',
    load: () => import('./g17.ts'),
  },
  {
    name: 'G19',
    promise: 'No page off the list changes anything or reads an answer',
    load: () => import('./g19.ts'),
  },
  {
    name: 'G22',
    promise: 'No secret is in a log, a journal, an envelope or an address',
    load: () => import('./g22.ts'),
  },
  {
    name: 'G23',
    promise:
      'Every change and every reading of a secret is one entry, and whatever is done to entries is found',
    load: () => import('./g23.ts'),
  },
  {
    name: 'G16',
    promise: 'Neither an answer nor its time tells who is a client here',
    alone: true,
    load: () => import('./g16.ts'),
  },
  {
    name: 'G18',
    promise: 'A password takes long to guess and not to type, and a rush at the door slows nobody inside',
    alone: true,
    load: () => import('./g18.ts'),
  },
  {
    name: 'G11',
    promise: 'Whatever arrives on a socket, the server lives, stays small, and answers everybody else',
    alone: true,
    load: () => import('./g11.ts'),
  },
];
