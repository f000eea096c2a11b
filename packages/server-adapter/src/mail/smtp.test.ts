import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, test } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailRefused, type Mailer } from './mailer.ts';
import { smtp, type SmtpOptions } from './smtp.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

interface Received {
  readonly from: string | false;
  readonly to: string[];
  readonly secure: boolean;
  readonly source: string;
}

/** A real mail server that keeps what it gets, and a mailer that talks to it. */
async function connect(server: SMTPServerOptions = {}, client: Partial<SmtpOptions> = {}) {
  const received: Received[] = [];
  const sink = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope, secure }, done) {
      let source = '';
      stream.on('data', (chunk) => (source += String(chunk)));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = envelope;
        received.push({
          from: mailFrom && mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          secure,
          source,
        });
        done();
      });
    },
    ...server,
  });
  sink.on('error', () => {});
  const listener = sink.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const mailer = smtp({ host: '127.0.0.1', port, tls: 'none', from: 'portal@harborview.example', ...client });
  closing.push(
    () => new Promise<void>((resolve) => sink.close(() => resolve())),
    () => mailer.close?.(),
  );
  return { received, mailer };
}

const message = {
  id: 'mail_0123456789abcdefghijkl',
  to: 'ana@client.example',
  fromName: 'Harborview Law',
  replyTo: 'office@harborview.example',
  subject: 'Harborview Law: a message for you',
  html: '<p>There is a message for you.</p>',
  text: 'There is a message for you.',
};
const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code });

test('a mail arrives with everything that it is made of', async () => {
  const { received, mailer } = await connect();
  await mailer.send(message);
  const [mail] = received;
  assert.deepEqual([mail?.from, mail?.to], ['portal@harborview.example', ['ana@client.example']]);
  const source = mail?.source ?? '';
  assert.match(source, /^From: Harborview Law <portal@harborview\.example>\r?$/m);
  assert.match(source, /^To: ana@client\.example\r?$/m);
  assert.match(source, /^Reply-To: office@harborview\.example\r?$/m);
  assert.match(source, /^Subject: Harborview Law: a message for you\r?$/m);
  assert.match(source, /^Message-ID: <mail_0123456789abcdefghijkl@harborview\.example>\r?$/m);
  assert.match(source, /^Auto-Submitted: auto-generated\r?$/m);
  assert.match(
    source,
    /Content-Type: text\/plain[^]*There is a message for you\.[^]*Content-Type: text\/html/,
  );
});

test('the second try has the same Message-ID', async () => {
  const { received, mailer } = await connect();
  await mailer.send(message);
  await mailer.send(message);
  const ids = received.map(({ source }) => /^Message-ID: (.*)$/m.exec(source)?.[1]);
  assert.equal(ids.length, 2);
  assert.equal(ids[0], ids[1]);
});

test('an address cannot become two, and a subject cannot become a header', async () => {
  const { received, mailer } = await connect();
  await mailer.send({ ...message, subject: 'News\r\nBcc: eve@evil.example' });
  await mailer.send({ ...message, to: 'ana@client.example, eve@evil.example' }).catch(() => {});
  assert.ok(received.length > 0);
  for (const { to, source } of received) {
    assert.deepEqual(
      to.filter((address) => address === 'eve@evil.example'),
      [],
    );
    assert.doesNotMatch(source, /^Bcc:/m);
  }
});

test('an address that does not exist is refused for good', async () => {
  const { mailer } = await connect({
    onRcptTo: (_to, _session, done) => done(refusal(550, 'No such ana@client.example')),
  });
  await assert.rejects(mailer.send(message), (error) => {
    assert.ok(error instanceof MailRefused);
    assert.equal(error.code, 'EENVELOPE 550');
    return true;
  });
});

test('a busy server, a wrong password and a server that is gone are worth another try', async () => {
  const busy = await connect({ onRcptTo: (_to, _session, done) => done(refusal(451, 'Later')) });
  const locked = await connect(
    {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusal(535, 'No')),
    },
    { user: 'portal', password: 'wrong' },
  );
  const gone = smtp({ host: '127.0.0.1', port: 9, tls: 'none', from: 'portal@harborview.example' });
  for (const mailer of [busy.mailer, locked.mailer, gone] satisfies Mailer[]) {
    await assert.rejects(mailer.send(message), (error) => !(error instanceof MailRefused));
  }
});

test('without encryption nothing is sent, unless the operator says so', async () => {
  const { received, mailer } = await connect({}, { tls: 'starttls' });
  await assert.rejects(mailer.send(message));
  assert.equal(received.length, 0);
  // The control: the same server, and nobody insists.
  const plain = await connect({}, { tls: 'none' });
  await plain.mailer.send(message);
  assert.equal(plain.received.length, 1);
});

test('a certificate that nobody vouches for is refused, one that is trusted encrypts', async (context) => {
  const certificate = selfSigned();
  if (!certificate) return context.skip('openssl is not installed');
  const { key, cert } = certificate;
  const server = { key, cert, disabledCommands: [] };
  const unknown = await connect(server, { host: 'localhost', tls: 'starttls' });
  await assert.rejects(unknown.mailer.send(message), /certificate/i);
  assert.equal(unknown.received.length, 0);
  const trusted = await connect(server, { host: 'localhost', tls: 'starttls', ca: cert });
  await trusted.mailer.send(message);
  assert.deepEqual(
    trusted.received.map(({ secure }) => secure),
    [true],
  );
});

/** A key and a certificate of `localhost`, for a day. */
function selfSigned() {
  const { status, stdout } = spawnSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '1',
    ].concat([
      '-subj',
      '/CN=localhost',
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      '-',
      '-out',
      '-',
    ]),
    { encoding: 'utf8' },
  );
  if (status !== 0) return undefined;
  const part = (name: string) =>
    new RegExp(`-----BEGIN ${name}-----[^]*?-----END ${name}-----`).exec(stdout)?.[0] ?? '';
  return { key: part('PRIVATE KEY'), cert: part('CERTIFICATE') };
}
