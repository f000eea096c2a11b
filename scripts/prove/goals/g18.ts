/** G18: a password takes long enough to guess and short enough to type, and a rush at the door slows nobody inside. */
import { acceptInvitation } from '../../../packages/server-adapter/src/testing/accept.ts';
import { createTestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import { createPasswords } from '../../../packages/server-adapter/src/access/passwords.ts';
import type { Prove } from '../lib/goal.ts';
import { median, quantile } from '../lib/statistics.ts';

const password = 'four green herons by the lake';
const wanted = { verifyAtLeast: 20, verifyAtMost: 100, perSecond: 25, readP95: 100 };

export const prove: Prove = async ({ size, tally }) => {
  const passwords = createPasswords();
  const stored = await passwords.hash(password);
  const times: number[] = [];
  for (let count = 0; count < size(60); count++) {
    const began = performance.now();
    if (await passwords.verify(password, stored)) tally.positive();
    times.push(performance.now() - began);
    tally.tried();
  }
  const verify = median(times);
  tally.fact('verify', `${verify.toFixed(0)}ms`);
  if (verify < wanted.verifyAtLeast) tally.fail(`A guess takes ${verify.toFixed(1)} ms: too quick`);
  if (verify > wanted.verifyAtMost) tally.fail(`A guess takes ${verify.toFixed(1)} ms: too slow to wait for`);

  const portal = await createTestPortal();
  // Several, because a hundred tries at one account in a quarter of an hour are all that there may be (G17).
  const people = await Promise.all(
    ['Ana Silva', 'Cem Aydin', 'Dora Roth', 'Eli Stone'].map((name) => portal.firm.addClient(name)),
  );
  for (const one of people) await acceptInvitation(portal, one, password);
  const reader = await portal.firm.addClient('Bo Lind');
  const logins = size(200);
  const rushed = { done: 0, busy: 0 };
  const began = performance.now();
  let lasted = 0;
  const rush = Promise.all(
    Array.from({ length: logins }, async (_, count) => {
      const browser = portal.firm.visitor(`10.1.${count >> 8}.${count & 255}`);
      const { email } = people[count % people.length]!;
      for (;;) {
        const error = await browser.portal.session.create({ email, password }).then(
          () => undefined,
          (error: { code: string }) => error.code,
        );
        if (error === undefined) break;
        if (error !== 'server.busy') throw new Error(`A sign-in was answered ${error}`);
        rushed.busy++;
        await new Promise((later) => setTimeout(later, 100));
      }
      rushed.done++;
      lasted = performance.now() - began;
    }),
  );
  const reads: number[] = [];
  while (rushed.done < logins) {
    const asked = performance.now();
    const { status } = await reader.fetch('/v1/dashboard');
    if (status !== 200) tally.fail(`A reader was answered ${status}`);
    reads.push(performance.now() - asked);
    tally.tried();
    await new Promise((later) => setTimeout(later, 5));
  }
  await rush;
  const p95 = quantile(reads, 0.95);
  const perSecond = (logins / lasted) * 1000;
  tally.positive(rushed.done);
  tally.fact('sign-ins/s', perSecond.toFixed(0));
  tally.fact('told-busy', rushed.busy);
  tally.fact('read-p95', `${p95.toFixed(0)}ms`);
  if (perSecond < wanted.perSecond) tally.fail(`${perSecond.toFixed(1)} sign-ins a second`);
  if (p95 > wanted.readP95) tally.fail(`Those inside wait ${p95.toFixed(0)} ms`);
  await portal.close();
};
