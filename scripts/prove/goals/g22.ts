/** G22: no secret in logs, journal, or what a mail server and a proxy see; the request id is there. */
import { memoryLogger } from '../../../packages/server-adapter/src/testing/logger.ts';
import { acceptInvitation, mailedToken } from '../../../packages/server-adapter/src/testing/accept.ts';
import { setUpApp } from '../../../packages/server-adapter/src/testing/app.ts';
import { createTestPortal, type TestBrowser } from '../../../packages/server-adapter/src/testing/index.ts';
import type { Prove } from '../lib/goal.ts';
import type { Random } from '../lib/random.ts';

export const prove: Prove = async ({ tally, random, size }) => {
  const rounds = size(10);
  for (let round = 0; round < rounds; round++) await live(random.part(`round ${round}`), tally);
};

async function live(random: Random, tally: Parameters<Prove>[0]['tally']): Promise<void> {
  const logger = memoryLogger();
  const portal = await createTestPortal({ logger });
  const secrets: string[] = [];
  /** Something that only this run knows, in a form that the field takes. */
  const plant = (words: string) => {
    const secret = `${words} ${random.int(2 ** 31).toString(36)}${random.int(2 ** 31).toString(36)}`;
    secrets.push(secret);
    return secret;
  };
  const keep = (secret: string | undefined) => {
    if (secret) secrets.push(secret);
    return secret;
  };
  const { firm } = portal;
  const urls: string[] = [];
  const send = async (browser: TestBrowser, method: string, path: string, body: string) => {
    urls.push(path);
    const headers = { 'content-type': 'application/json', 'x-portal': '1' };
    return browser.fetch(path, { method, headers, ...(method === 'GET' ? {} : { body }) });
  };

  // Passwords and links, right and wrong.
  const password = plant('four green herons');
  const ana = await firm.addClient(plant('Ana Silva'));
  const browser = await acceptInvitation(portal, ana, password);
  keep(await mailedToken(portal, ana.email));
  for (const wrong of [plant('not the password'), plant('guess'), plant('again')])
    await firm
      .visitor()
      .portal.session.create({ email: ana.email, password: wrong })
      .catch(() => {});
  const next = plant('seven brown otters');
  await browser.portal.password.change({ current: password, password: next });
  await firm.visitor().portal.password.forgot({ email: ana.email });
  const reset = keep(await mailedToken(portal, ana.email, 'reset'))!;
  const visitor = firm.visitor();
  await visitor.portal.password.look({ token: reset });
  await visitor.portal.password.reset({ token: reset, password: plant('nine copper kettles') });
  keep(visitor.cookie?.split('=')[1]);
  keep(browser.cookie?.split('=')[1]);

  // Second factors.
  const { app, recoveryCodes } = await setUpApp(portal, visitor);
  secrets.push(...recoveryCodes);
  await visitor.portal.session.confirmCode({ code: recoveryCodes[0]! });
  await visitor.portal.session.confirmCode({ code: '000000' }).catch(() => {});
  secrets.push(app.code());
  keep(visitor.cookie?.split('=')[1]);

  // Keys, and tokens of a host.
  const { secret: key } = await firm.admin.firm.keys.create({
    name: plant('System'),
    scopes: ['people', 'cases'],
  });
  keep(key);
  const system = new Request(`${firm.origin}/v1/firm/people`, {
    headers: { authorization: `Bearer ${key}` },
  });
  await portal.server.fetch(system, { ip: '192.0.2.7' });
  await firm
    .visitor()
    .portal.session.exchange({ token: plant('eyJhbGciOi') })
    .catch(() => {});

  // What people write: cases, messages, a card number where none belongs.
  const daniel = await firm.addStaff();
  const { id: caseId } = await firm.addCase({ title: plant('Divorce of'), team: [daniel], clients: [ana] });
  const inside = await firm.signIn(ana);
  await inside.portal.threads.start({
    caseId,
    recipientIds: [daniel.id],
    subject: plant('About the house'),
    body: `${plant('He hit me')} ${keep(`4111 1111 1111 ${1000 + random.int(8999)}`)}`,
  });
  await inside.portal.profile.update({ address: plant('4 Pier Road'), phone: `555${random.int(10 ** 7)}` });
  await daniel.firm.steps.create({ caseId, title: plant('File the'), meaning: plant('It means') });
  await daniel.firm.events.create({
    caseId,
    kind: 'hearing',
    title: plant('Hearing on'),
    location: plant('Room'),
    startsOn: '2026-04-02',
  });

  // What does not fit, is too large, broken, or in the wrong place.
  for (const body of [
    `{"email":"${plant('broken')}`,
    JSON.stringify({ [plant('key')]: plant('value') }),
    JSON.stringify({ email: plant('no address'), password: plant('typed in the wrong field') }),
    JSON.stringify({ email: ana.email, password: plant('x').repeat(20_000) }),
  ])
    await send(firm.visitor(), 'POST', '/v1/session', body);
  await send(inside, 'GET', '/v1/cases/nonsense', '');

  await portal.server.settle();
  const rows = await portal.database.kysely.selectFrom('journal').selectAll().execute();
  const places = {
    logs: JSON.stringify(logger.lines),
    journal: JSON.stringify(rows),
    'mail envelopes': JSON.stringify(portal.mails.map(({ to, subject, id }) => [to, subject, id])),
    urls: urls.join('\n'),
  };
  for (const [place, text] of Object.entries(places)) {
    for (const secret of secrets) {
      tally.tried();
      if (text.includes(secret)) tally.fail(`“${secret}” is in the ${place}`);
    }
  }
  // The controls: the request is there by its id, and a secret that does get into a log is found.
  const answered = await ana.fetch('/v1/firm');
  const id = answered.headers.get('x-request-id')!;
  if (JSON.stringify(logger.lines).includes(id)) tally.positive();
  else tally.fail('A request is in no log');
  logger.info('leak', { text: secrets[0]! });
  if (JSON.stringify(logger.lines).includes(secrets[0]!)) tally.positive();
  tally.fact('lines', logger.lines.length);
  tally.fact('secrets', secrets.length);
  await portal.close();
}
