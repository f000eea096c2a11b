import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { headsFile } from './journal/index.ts';
import { memoryMailer } from './mail/mailer.ts';
import { createPortalServer, type PortalServer, type PortalServerOptions } from './server.ts';
import { sqlite } from './sql/sqlite.ts';
import { testBrowser } from './testing/index.ts';
import { readJournal, rewritten, tamper } from './testing/tampering.ts';

const secret = 'a secret of the operator, longer than it needs to be';

describe('casefront', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'casefront-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** Runs the command as an operator would. */
  const casefront = (...args: string[]) => casefrontWith({}, ...args);

  const casefrontWith = (own: Record<string, string>, ...args: string[]) =>
    new Promise<{ code: number; out: string }>((resolve) => {
      const script = fileURLToPath(new URL('cli.ts', import.meta.url));
      const env = {
        ...process.env,
        CASEFRONT_DATABASE: join(folder, 'portal.db'),
        CASEFRONT_SECRET: secret,
        ...own,
      };
      execFile(
        process.execPath,
        ['--conditions=casefront-source', script, ...args],
        { env },
        (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), out: stdout + stderr }),
      );
    });

  it('says in one sentence which Node it needs, on one that is too old', async () => {
    const old =
      "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.11.0' } })";
    const script = fileURLToPath(new URL('cli.ts', import.meta.url));
    const told = await new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--import', `data:text/javascript,${encodeURIComponent(old)}`, script, 'doctor'],
        (error, stdout, stderr) => resolve([error?.code, stdout + stderr]),
      );
    });
    assert.deepEqual(told, [1, 'casefront needs Node 24 or newer; this is Node 22.11.0.\n']);
  });

  async function served<T>(
    work: (server: PortalServer) => Promise<T>,
    options: Pick<PortalServerOptions, 'journalSink'> = {},
  ): Promise<T> {
    const database = sqlite({ file: join(folder, 'portal.db') });
    const server = createPortalServer({
      ...options,
      database,
      secret,
      mailer: memoryMailer(),
      firm: 'harborview',
    });
    try {
      return await work(server);
    } finally {
      await server.close();
    }
  }

  it('says what it can do', async () => {
    const { code, out } = await casefront();
    assert.equal(code, 0);
    for (const name of ['migrate', 'firm', 'invite', 'key', 'doctor', 'audit verify'])
      assert.match(out, new RegExp(`casefront ${name}`));
  });

  it('says what a command wants when it gets something else', async () => {
    for (const args of [
      ['nonsense'],
      ['invite'],
      ['invite', '--firm', 'x', '--email', 'y', '--more'],
      ['audit'],
    ]) {
      const { code, out } = await casefront(...args);
      assert.equal(code, 2, out);
      assert.match(out, /casefront/);
      assert.doesNotMatch(out, /\.ts:\d/);
    }
  });

  it('makes the database', async () => {
    assert.match((await casefront('doctor')).out, /There is no database .* yet/);
    assert.match((await casefront('migrate')).out, /Applied 0001_foundation/);
    assert.match((await casefront('migrate')).out, /Up to date/);
    assert.match((await casefront('doctor')).out, /LOOK {2}the firms: There is none yet/);
  });

  it('adds a firm, whose admin then chooses a password and comes in', async () => {
    const { code, out } = await casefront(
      ...['firm', '--slug', 'harborview', '--name', 'Harborview Law', '--phone', '(555) 010-0199'],
      ...['--email', 'office@harborview.example', '--website', 'https://www.harborview.example'],
      ...['--portal-url', 'https://www.harborview.example/portal'],
      ...['--admin-name', 'Helen Ward', '--admin-email', 'helen@harborview.example'],
    );
    assert.equal(code, 0, out);
    const token = /#invitation=([\w-]{43})/.exec(out)![1]!;
    await served(async (server) => {
      const browser = testBrowser({ server, origin: 'https://www.harborview.example' });
      const password = 'four green herons by the lake';
      const { person } = await browser.portal.invitations.accept({ token, password });
      assert.equal(person.role, 'admin');
      await browser.portal.factors.startTotp();
    });
    assert.equal((await casefront('doctor')).code, 0);
  });

  it('says which authenticator apps another secret does not open, and that the one before has to be named', async () => {
    const CASEFRONT_SECRET = 'another secret of the operator, just as long';
    const { code, out } = await casefrontWith({ CASEFRONT_SECRET }, 'doctor');
    assert.equal(code, 1);
    assert.match(out, /LOOK {2}the authenticator apps: 1 of 1 .* CASEFRONT_PREVIOUS_SECRET/);
    const told = { CASEFRONT_SECRET, CASEFRONT_PREVIOUS_SECRET: secret };
    const ok = await casefrontWith(told, 'doctor');
    assert.equal(ok.code, 0, ok.out);
  });

  it('makes a new link for somebody who cannot get in any more', async () => {
    const { out } = await casefront('invite', '--firm', 'harborview', '--email', 'Helen@Harborview.example');
    const token = /#invitation=([\w-]{43})/.exec(out)?.[1] ?? '';
    await served(async (server) => {
      const { portal } = testBrowser({ server, origin: 'https://www.harborview.example' });
      assert.equal((await portal.invitations.look({ token })).personName, 'Helen Ward');
    });
  });

  it('makes an API key', async () => {
    const { out } = await casefront(
      'key',
      '--firm',
      'harborview',
      '--name',
      'PMS',
      '--scopes',
      'people,cases',
    );
    assert.match(out, /^cf_[\w-]{43}\n$/);
    const wrong = await casefront('key', '--firm', 'harborview', '--name', 'PMS', '--scopes', 'everything');
    assert.equal(wrong.code, 2);
  });

  it('G23: checks the journal against heads that were kept elsewhere', async () => {
    const file = join(folder, 'heads.jsonl');
    await served(async () => {}, { journalSink: headsFile(file) });
    const verify = (...more: string[]) => casefront('audit', 'verify', '--heads', file, ...more);
    assert.match((await verify()).out, /^harborview: sound, \d+ entries, .*, as 1 signed heads say\n$/);

    const { out: pem } = await casefront('audit', 'key');
    assert.match(pem, /^-----BEGIN PUBLIC KEY-----\n/);
    const key = join(folder, 'key.pem');
    await writeFile(key, pem);
    assert.equal((await verify('--key', key)).code, 0);

    // Whoever owns the database writes another story, from the first entry to the head.
    const portal = join(folder, 'portal.db');
    const original = await readFile(portal);
    const database = sqlite({ file: portal });
    await database.transaction(async (tx) => {
      const { id } = await tx.selectFrom('firms').select('id').executeTakeFirstOrThrow();
      await tamper(tx, rewritten(await readJournal(tx, id), 0));
    });
    await database.close();
    assert.equal((await casefront('audit', 'verify')).code, 0);
    const found = await verify();
    assert.equal(found.code, 1);
    assert.match(found.out, /NOT sound from entry \d+ on \(anchor\)/);
    await writeFile(portal, original);
    assert.equal((await verify()).code, 0);

    await headsFile(file).write({ firm: 'firm_x', seq: 1, hash: 'x', at: 'x', signature: 'x' });
    const forged = await verify();
    assert.equal(forged.code, 1);
    assert.match(forged.out, /1 heads NOT signed with this key\n/);
    assert.equal((await casefront('audit', 'verify', '--key', key)).code, 2);
  });

  it('checks the journal, and finds what was tampered with', async () => {
    assert.match(
      (await casefront('audit', 'verify')).out,
      /^harborview: sound, \d+ entries, head [0-9a-f]{64}\n$/,
    );
    const database = sqlite({ file: join(folder, 'portal.db') });
    await database.transaction(async (tx) => {
      await tx.run('drop trigger journal_no_update', []);
      await tx.updateTable('journal').set({ at: '2020-01-01T00:00:00.000Z' }).where('seq', '=', 2).execute();
    });
    await database.close();
    const { code, out } = await casefront('audit', 'verify');
    assert.equal(code, 1);
    assert.match(out, /NOT sound from entry 2 on \(changed\)/);
    assert.match((await casefront('doctor')).out, /LOOK {2}the journals/);
  });
});
