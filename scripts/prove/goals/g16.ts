/** G16: neither the answer nor its time tells whether somebody is a client here. */
import { dummy, verify } from '../../../packages/server-adapter/src/access/argon2id.ts';
import { acceptInvitation } from '../../../packages/server-adapter/src/testing/accept.ts';
import { createTestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import type { Prove, Trial } from '../lib/goal.ts';
import { median, trimmed, welch } from '../lib/statistics.ts';

const password = 'four green herons by the lake';
/** Beyond this the means differ, with a chance of error below one in a hundred thousand. */
const mostT = 4.5;
const mostShare = 0.05;

type Try = (email: string) => Promise<string>;

export const prove: Prove = async (trial) => {
  const portal = await createTestPortal();
  const ana = await portal.firm.addClient('Ana Silva');
  await acceptInvitation(portal, ana, password);
  let place = 0;
  /** From another place each time, so that no limit answers instead. */
  const send =
    (path: string, body: (email: string) => object): Try =>
    async (email) => {
      place++;
      const browser = portal.firm.visitor(`10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`);
      // The account has a limit from all places together, too.
      if (place % 40 === 0) portal.clock.pass(16 * 60);
      const headers = { 'content-type': 'application/json', 'x-portal': '1' };
      const response = await browser.fetch(path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body(email)),
      });
      const { 'x-request-id': id = '', ...others } = Object.fromEntries(response.headers);
      return JSON.stringify([response.status, others, (await response.text()).replaceAll(id, '')]);
    };

  const doors = {
    'sign-in': send('/v1/session', (email) => ({ email, password: 'not the password of anybody' })),
    forgot: send('/v1/password/forgot', (email) => ({ email })),
  };
  const pairs = trial.size(300);
  for (const [name, door] of Object.entries(doors)) await compare(name, door, ana.email, pairs, trial);

  // The control: whoever looks at no password for an address that nobody has is found out by the same means.
  const hasty: Try = async (email) => {
    if (email === ana.email) await verify(password, dummy);
    return '';
  };
  const times = await measure(hasty, ana.email, Math.min(pairs, 60));
  if (Math.abs(welch(times.known, times.unknown)) > mostT) trial.tally.positive();
  await portal.close();
};

async function compare(
  name: string,
  door: Try,
  known: string,
  pairs: number,
  { tally }: Trial,
): Promise<void> {
  // Twice, before it counts: a busy moment of the machine is no secret told.
  for (let round = 1; ; round++) {
    const times = await measure(door, known, pairs);
    tally.tried(pairs);
    if (times.answers.size !== 1) {
      tally.fail(`${name}: the answers differ: ${[...times.answers].join(' | ').slice(0, 600)}`);
      return;
    }
    const t = welch(trimmed(times.known), trimmed(times.unknown));
    const share = Math.abs(median(times.known) / median(times.unknown) - 1);
    if (Math.abs(t) < mostT && share < mostShare) {
      tally.fact(`${name}-t`, t.toFixed(2));
      tally.fact(
        `${name}-medians`,
        `${median(times.known).toFixed(2)}/${median(times.unknown).toFixed(2)}ms`,
      );
      return;
    }
    if (round === 3) {
      tally.fail(`${name}: the time tells: t = ${t.toFixed(1)}, medians ${(share * 100).toFixed(1)} % apart`);
      return;
    }
  }
}

/** One known and one unknown address after the other, first the one, then the other. */
async function measure(door: Try, known: string, pairs: number) {
  const times = { known: [] as number[], unknown: [] as number[], answers: new Set<string>() };
  for (let pair = 0; pair < pairs + 5; pair++) {
    const order = pair % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
    for (const who of order) {
      const email = who === 'known' ? known : `nobody.${pair}@people.example`;
      const began = performance.now();
      const answer = await door(email);
      const took = performance.now() - began;
      if (pair < 5) continue; // still warming up
      times[who].push(took);
      times.answers.add(who === 'known' || !answer.includes('nobody') ? answer : 'tells the address');
    }
  }
  return times;
}
