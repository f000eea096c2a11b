/** G17: nobody guesses for long, whatever they write into headers; and nobody shuts the owner out by guessing. */
import { createPortalServer, memoryMailer } from '../../../packages/server-adapter/src/index.ts';
import { acceptInvitation } from '../../../packages/server-adapter/src/testing/accept.ts';
import { setUpApp } from '../../../packages/server-adapter/src/testing/app.ts';
import { createTestPortal, type TestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import type { PortalServer } from '../../../packages/server-adapter/src/index.ts';
import type { Prove, Tally } from '../lib/goal.ts';

const password = 'four green herons by the lake';

interface Guess {
  readonly server: PortalServer;
  /** The last hop, as the socket has it. */
  readonly ip: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path: string;
  readonly body: object;
}

export const prove: Prove = async ({ size, tally }) => {
  const secret = new Uint8Array(32).fill(7);
  const portal = await createTestPortal({ secret });
  // A second node on the same database.
  const twin = createPortalServer({ database: portal.database, mailer: memoryMailer(), secret });
  const nodes = [portal.server, twin] as const;
  const people = await Promise.all(
    ['Ana Silva', 'Bo Lind', 'Cy Moor'].map((name) => portal.firm.addClient(name)),
  );
  for (const person of people) await acceptInvitation(portal, person, password);
  const [ana, bo, cy] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
  const guess = (one: Guess) => send(portal, one);
  const wrong = (email: string) => ({ path: '/v1/session', body: { email, password: 'not the password' } });
  const right = (email: string) => ({ path: '/v1/session', body: { email, password } });

  // One account from one place: forged hops, both nodes, every way to write the address.
  const forged = size(10_000);
  const spellings = [ana.email, ana.email.toUpperCase(), ` ${ana.email} `, ana.email.replace('a', 'ａ')];
  let looked = 0;
  for (let count = 0; count < forged; count++) {
    const status = await guess({
      server: nodes[count % 2]!,
      ip: '203.0.113.9',
      headers: {
        'x-forwarded-for': `198.${count & 255}.${(count >> 8) & 255}.7`,
        forwarded: `for=10.0.0.${count & 255}`,
      },
      ...wrong(spellings[count % spellings.length]!),
    });
    tally.tried();
    if (status === 401) looked++;
    else if (status !== 429) tally.fail(`A guess was answered ${status}`);
  }
  most(tally, 'guesses at one account from one place', looked, 10);
  if ((await guess({ server: twin, ip: '203.0.113.77', ...right(ana.email) })) === 200) tally.positive();
  else tally.fail('Somebody who guessed from elsewhere has shut the owner out');

  // Inside one /64 there are 2^64 addresses, and they are one place.
  looked = 0;
  for (let count = 0; count < size(400); count++) {
    const ip = `2001:db8:1:2:${(count * 7919).toString(16).slice(-4)}::${(count + 1).toString(16)}`;
    tally.tried();
    if ((await guess({ server: nodes[count % 2]!, ip, ...wrong(bo.email) })) === 401) looked++;
  }
  most(tally, 'guesses from one /64', looked, 10);
  if ((await guess({ server: portal.server, ip: '2001:db8:1:3::1', ...right(bo.email) })) === 200)
    tally.positive();
  else tally.fail('Another network was taken for the one of the guesser');

  // All accounts from one place; and the other doors, each with what is guessed there.
  const token = (count: number) => String(count).padStart(43, 'x');
  const doors: Record<string, (count: number) => Pick<Guess, 'path' | 'body'>> = {
    'addresses from one place': (count) => wrong(`nobody.${count}@people.example`),
    'invitations looked at': (count) => ({ path: '/v1/invitations/look', body: { token: token(count) } }),
    'invitations used': (count) => ({
      path: '/v1/invitations/accept',
      body: { token: token(count), password },
    }),
    'reset links looked at': (count) => ({ path: '/v1/password/look', body: { token: token(count) } }),
    'reset links used': (count) => ({ path: '/v1/password/reset', body: { token: token(count), password } }),
    'links asked for': (count) => ({
      path: '/v1/password/forgot',
      body: { email: `x${count}@people.example` },
    }),
    'tokens of a host': (count) => ({ path: '/v1/session/exchange', body: { token: token(count) } }),
    'mailboxes confirmed': (count) => ({
      path: '/v1/email/confirm',
      body: { token: token(count), password },
    }),
  };
  let place = 0;
  for (const [name, door] of Object.entries(doors)) {
    place++;
    looked = 0;
    for (let count = 0; count < size(250); count++) {
      tally.tried();
      const status = await guess({ server: nodes[count % 2]!, ip: `203.0.114.${place}`, ...door(count) });
      if (status !== 429) looked++;
    }
    most(tally, name, looked, 100);
  }

  // Codes of somebody whose password is known.
  const browser = portal.firm.visitor('203.0.115.1');
  await browser.portal.session.create({ email: cy.email, password });
  const { app } = await setUpApp(portal, browser);
  looked = 0;
  for (let session = 0; session < 4; session++) {
    const half = portal.firm.visitor(`203.0.115.${session + 2}`);
    await half.portal.session.create({ email: cy.email, password });
    for (let count = 0; count < 25; count++) {
      tally.tried();
      const code = String((Number(app.code()) + 1 + count) % 1_000_000).padStart(6, '0');
      const error = await half.portal.session.confirmCode({ code }).then(
        () => 'in',
        (error: { code: string }) => error.code,
      );
      if (error === 'code.wrong') looked++;
      else if (error !== 'rate.limited') tally.fail(`A wrong code was answered ${error}`);
    }
  }
  most(tally, 'codes from four places', looked, 20);
  portal.clock.pass(20 * 60);
  const later = portal.firm.visitor('203.0.115.9');
  await later.portal.session.create({ email: cy.email, password });
  const session = await later.portal.session.confirmCode({ code: app.code() });
  if (session.stage === 'complete') tally.positive();

  await twin.close().catch(() => {});
};

function most(tally: Tally, what: string, looked: number, limit: number): void {
  if (looked > limit) tally.fail(`${looked} ${what} were looked at; ${limit} are the most`);
  // The control: those within the limit were looked at, so that what counts is the limit and not the weather.
  if (looked > 0) tally.positive();
  else tally.fail(`None of the ${what} was looked at`);
}

async function send({ firm }: TestPortal, { server, ip, headers, path, body }: Guess): Promise<number> {
  const request = new Request(new URL(path, firm.origin), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-portal': '1',
      'sec-fetch-site': 'same-origin',
      host: new URL(firm.origin).host,
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return (await server.fetch(request, { ip })).status;
}
