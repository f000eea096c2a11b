/** G15: a session ends after half an hour without an act, and after twelve hours whatever happens. */
import { createTestPortal, type TestBrowser } from '../../../packages/server-adapter/src/testing/index.ts';
import type { Prove } from '../lib/goal.ts';

const idle = 1800;
const absolute = 12 * 3600;
/** Acts are written down to the minute. */
const grain = 60;

/** What pages ask by themselves; none of it is an act. */
const polls = ['/v1/session', '/v1/notifications/counts', '/v1/dashboard', '/v1/profile', '/v1/cases'];

export const prove: Prove = async ({ size, tally, random }) => {
  const portal = await createTestPortal();
  const ana = await portal.firm.addClient('Ana Silva');
  const now = () => portal.clock().getTime() / 1000;
  const steps = size(20_000);
  let ended = { idle: 0, absolute: 0 };
  while (tally.n < steps) {
    const browser = await portal.firm.signIn(ana);
    const began = now();
    let seen = began;
    // Some people come back all the time, so that only the absolute end ends it.
    const longest = random.pick([idle - 1, 2 * idle, 600]);
    for (let alive = true; alive;) {
      portal.clock.pass(random.int(longest) + 1);
      const since = now() - seen;
      alive = since < idle && now() - began < absolute;
      const acts = random.chance(longest === 600 ? 0.9 : 0.4);
      const status = acts ? await act(browser) : (await browser.fetch(random.pick(polls))).status;
      tally.tried();
      if (alive !== (status === 200)) {
        tally.fail(`After ${since} s without an act, ${now() - began} s in all: ${status}`);
        break;
      }
      if (!alive) {
        ended =
          since < idle ? { ...ended, absolute: ended.absolute + 1 } : { ...ended, idle: ended.idle + 1 };
        if ((await act(browser)) !== 401) tally.fail('An act woke a session that had ended');
      } else if (acts && since >= grain) {
        seen = now();
        // The control: without this act the next half hour would have been over.
        tally.positive();
      }
    }
  }
  tally.fact('ended-idle', ended.idle);
  tally.fact('ended-absolute', ended.absolute);
  if (tally.n > 1000 && ended.idle * ended.absolute === 0)
    tally.fail('One of the two ends was never reached');
  await portal.close();
};

const act = async (browser: TestBrowser) =>
  (
    await browser.fetch('/v1/session/extend', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-portal': '1' },
      body: '{}',
    })
  ).status;
