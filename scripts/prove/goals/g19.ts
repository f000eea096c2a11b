/** G19: no page that is not on the list changes anything or reads an answer, whatever its request looks like. */
import { createTestPortal } from '../../../packages/server-adapter/src/testing/index.ts';
import type { Prove } from '../lib/goal.ts';

const allowed = 'https://portal.harborview.example';
const own = 'https://www.harborview.example';

const origins = [
  undefined,
  own,
  allowed,
  'https://evil.example',
  'null',
  'http://www.harborview.example',
  'https://www.harborview.example:8443',
  'https://www.harborview.example.evil.example',
  'https://evil-harborview.example',
  'https://harborview.example',
];
const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none'];
const types = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  undefined,
];
const methods = ['GET', 'POST', 'PATCH', 'DELETE'] as const;
const cookies = ['mine', 'none'] as const;
const marks = ['1', undefined];

/** What is asked for, by method: one read, and one change that shows in the profile. */
const calls = {
  GET: { path: '/v1/profile' },
  POST: { path: '/v1/checklist', body: { what: 'bookmark' } },
  PATCH: { path: '/v1/profile', body: { phone: '666' } },
  DELETE: { path: '/v1/session' },
} as const;

export const prove: Prove = async ({ size, tally, random }) => {
  const portal = await createTestPortal({ allowedOrigins: { harborview: [allowed] } });
  const cells = methods.flatMap((method) =>
    origins.flatMap((origin) =>
      sites.flatMap((site) =>
        types.flatMap((type) =>
          cookies.flatMap((cookie) => marks.map((mark) => ({ method, origin, site, type, cookie, mark }))),
        ),
      ),
    ),
  );
  const chosen =
    size(cells.length) < cells.length
      ? cells.filter(() => random.chance(size(cells.length) / cells.length))
      : cells;
  let ana = await portal.firm.addClient('Ana Silva');
  const journal = async () =>
    (
      await portal.database.kysely
        .selectFrom('journal_heads')
        .select('seq')
        .where('firm_id', '=', portal.firm.id)
        .executeTakeFirstOrThrow()
    ).seq;

  for (const cell of chosen) {
    const { method, origin, site, type, cookie, mark } = cell;
    const call = calls[method];
    const headers = new Headers();
    for (const [name, value] of [
      ['origin', origin],
      ['sec-fetch-site', site],
      ['content-type', type],
      ['x-portal', mark],
      ['cookie', cookie === 'mine' ? ana.cookie : undefined],
    ] as const)
      if (value !== undefined) headers.set(name, value);
    const before = await journal();
    const response = await portal.server.fetch(
      new Request(new URL(call.path, own), {
        method,
        headers,
        ...('body' in call ? { body: JSON.stringify(call.body) } : method === 'DELETE' ? { body: '{}' } : {}),
      }),
      { ip: '192.0.2.1' },
    );
    const text = await response.text();
    const changed = (await journal()) !== before;
    tally.tried();

    const listed = origin === own || origin === allowed;
    // A browser says same-origin of its own pages only, and leaves the origin out of their reads.
    const trusted = site === 'same-origin' || (origin === undefined ? false : listed);
    const mayChange =
      method !== 'GET' && trusted && mark === '1' && type === 'application/json' && cookie === 'mine';
    const where = JSON.stringify(cell);
    if (changed && !mayChange) tally.fail(`Changed something: ${where}`);
    if (!changed && mayChange && response.status >= 400)
      tally.fail(`Was refused (${response.status} ${text.slice(0, 80)}): ${where}`);
    if (changed) tally.positive();

    const readable = response.headers.get('access-control-allow-origin');
    if (readable === '*' || (readable !== null && readable !== origin))
      tally.fail(`Readable by ${readable}: ${where}`);
    if (readable !== null && !listed) tally.fail(`A page off the list may read: ${where}`);
    if (readable !== null && listed && response.status === 200) tally.positive();
    if (!/\borigin\b/i.test(response.headers.get('vary') ?? '')) tally.fail(`No Vary: ${where}`);
    // Undo, so that the next change shows too.
    if (changed) {
      if (method === 'DELETE') ana = await portal.firm.signIn(ana);
      else await reset(portal, ana.id);
    }
  }
  await portal.close();
};

const reset = (portal: Awaited<ReturnType<typeof createTestPortal>>, id: string) =>
  portal.database.transaction((tx) =>
    tx
      .updateTable('people')
      .set({ phone: null, checklist: '[]' as never })
      .where('id', '=', id)
      .execute(),
  );
