import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smtpOptions } from './mailer.ts';

test('an address says host, port, who signs in and whom mails come from', () => {
  assert.deepEqual(smtpOptions('smtp://post%40firm:p%3Ass@mail.example:2525?from=portal@firm.example'), {
    host: 'mail.example',
    port: 2525,
    tls: 'starttls',
    user: 'post@firm',
    password: 'p:ss',
    from: 'portal@firm.example',
  });
});

test('encryption is the rule, and only said otherwise not', () => {
  assert.equal(smtpOptions('smtp://mail.example').tls, 'starttls');
  assert.equal(smtpOptions('smtps://mail.example').tls, 'implicit');
  assert.equal(smtpOptions('smtp://localhost:1025?tls=none').tls, 'none');
});

test('what is no such address is refused in a sentence that says what one looks like', () => {
  for (const wrong of ['mail.example:587', 'https://mail.example', 'smtp://']) {
    assert.throws(() => smtpOptions(wrong), /SMTP_URL should read like smtp:/, wrong);
  }
});
