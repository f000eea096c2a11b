import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  caseUpdateMail,
  invitationMail,
  linkMail,
  mailLanguages,
  newMessageMail,
  noticeMail,
  type Mail,
  type MailFirm,
} from './index.ts';

const harborview: MailFirm = {
  name: 'Harborview Law',
  phone: '(360) 555-0142',
  address: '14 Chandler’s Row, Port Ellery',
  brand: '#174a5b',
  website: 'https://harborview.example/',
};
const url = 'https://harborview.example/portal?next=a&b=c#invite=Zm9v_-';
const expiresAt = new Date('2026-03-03T18:00:00.000Z');
const timeZone = 'America/Los_Angeles';

type Make = (firm: MailFirm, locale: string) => Mail;
const templates: Record<string, Make> = {
  'invitation of a client': (firm, locale) =>
    invitationMail({ firm, locale, url, expiresAt, timeZone, audience: 'client' }),
  'invitation of a client by a person': (firm, locale) =>
    invitationMail({ firm, locale, url, expiresAt, timeZone, audience: 'client', invitedBy: 'Inés Salgado' }),
  'invitation of staff': (firm, locale) =>
    invitationMail({ firm, locale, url, expiresAt, timeZone, audience: 'staff', invitedBy: 'Ruth Okafor' }),
  'new message for a client': (firm, locale) =>
    newMessageMail({ firm, locale, url, audience: 'client', from: 'Daniel Vance' }),
  'new message for staff': (firm, locale) => newMessageMail({ firm, locale, url, audience: 'staff' }),
  'link for a new password': (firm, locale) =>
    linkMail({ firm, locale, url, expiresAt, timeZone, audience: 'client', what: 'reset' }),
  'link for a new password of staff': (firm, locale) =>
    linkMail({ firm, locale, url, expiresAt, timeZone, audience: 'staff', what: 'reset' }),
  'link to the old mailbox': (firm, locale) =>
    linkMail({ firm, locale, url, expiresAt, timeZone, audience: 'client', what: 'emailOld' }),
  'link to the new mailbox': (firm, locale) =>
    linkMail({ firm, locale, url, expiresAt, timeZone, audience: 'staff', what: 'emailNew' }),
  'notice of a new password': (firm, locale) =>
    noticeMail({ firm, locale, url, at: expiresAt, timeZone, audience: 'client', what: 'passwordChanged' }),
  'notice to the old mailbox': (firm, locale) =>
    noticeMail({ firm, locale, url, at: expiresAt, timeZone, audience: 'client', what: 'emailChangedOld' }),
  'notice to the new mailbox': (firm, locale) =>
    noticeMail({ firm, locale, url, at: expiresAt, timeZone, audience: 'staff', what: 'emailChangedNew' }),
  'notice of a second factor': (firm, locale) =>
    noticeMail({ firm, locale, url, at: expiresAt, timeZone, audience: 'client', what: 'factorAdded' }),
  'notice of a second factor that is gone': (firm, locale) =>
    noticeMail({ firm, locale, url, at: expiresAt, timeZone, audience: 'staff', what: 'factorRemoved' }),
  'notice of a recovery code': (firm, locale) =>
    noticeMail({ firm, locale, url, at: expiresAt, timeZone, audience: 'client', what: 'recoveryCodeUsed' }),
  'notice of guessed codes': (firm, locale) =>
    noticeMail({ firm, locale, url, at: expiresAt, timeZone, audience: 'client', what: 'codesGuessed' }),
  'case update for a client': (firm, locale) => caseUpdateMail({ firm, locale, url, audience: 'client' }),
  'case update for staff': (firm, locale) => caseUpdateMail({ firm, locale, url, audience: 'staff' }),
};

const unescaped = (markup: string) => markup.replaceAll('&amp;', '&');
const hrefs = (mail: Mail) =>
  [...mail.html.matchAll(/href="([^"]*)"/g)].map((match) => unescaped(match[1] ?? ''));

for (const [name, make] of Object.entries(templates)) {
  describe(name, () => {
    for (const locale of mailLanguages) {
      test(`${locale}: the subject says why, in at most 60 characters, whatever the firm is called`, () => {
        const short = make(harborview, locale).subject;
        assert.match(short, /^Harborview Law: ./);
        assert.ok(short.length <= 60, `${short.length}: ${short}`);
        const long = make(
          { ...harborview, name: 'Okafor, Vance, Salgado & Lindqvist, Attorneys and Counselors 👩‍⚖️ at Law' },
          locale,
        ).subject;
        assert.ok(long.length <= 60, `${long.length}: ${long}`);
        assert.ok(long.endsWith(short.slice('Harborview Law'.length)));
      });

      test(`${locale}: every address of the HTML stands in the text too, and the button's is one of them`, () => {
        const mail = make(harborview, locale);
        assert.ok(hrefs(mail).includes(url));
        for (const href of hrefs(mail)) assert.ok(mail.text.includes(href), href);
      });

      test(`${locale}: both forms say the same words and name the language`, () => {
        const mail = make(harborview, locale);
        assert.match(mail.html, new RegExp(`<html lang="${locale}"`));
        for (const line of mail.text
          .split('\n')
          .filter((words) => words && !/^https?:|:$|^-- $/.test(words))) {
          assert.ok(unescaped(mail.html).includes(line.replaceAll("'", '&#39;')), line);
        }
      });
    }

    test('a hostile firm name stays text and starts no header', () => {
      const name = `</title><script>alert(1)</script>"'&\r\nBcc: all@example.org\u202Eevil`;
      const mail = make(
        { ...harborview, name, address: '<img src=x onerror=alert(1)>', phone: '"><b>' },
        'en',
      );
      assert.doesNotMatch(mail.html, /<script|<img|<b>|\u202E/);
      assert.match(
        mail.html,
        /&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp; Bcc: all@example\.org evil/,
      );
      assert.doesNotMatch(mail.subject, /[\r\n\u202E]/);
      assert.doesNotMatch(mail.text, /^Bcc:/m);
    });

    test('a button that is not a web address is refused', () => {
      assert.throws(() => make({ ...harborview, website: 'javascript:alert(1)' }, 'en'), TypeError);
      assert.doesNotThrow(() => make(harborview, 'en'));
    });

    test('English and Spanish differ, and another language gets English', () => {
      assert.notEqual(make(harborview, 'es-MX').text, make(harborview, 'en').text);
      assert.match(make(harborview, 'es-MX').html, /<html lang="es"/);
      assert.match(make(harborview, 'constructor').html, /<html lang="en"/);
      assert.equal(make(harborview, 'vi').subject, make(harborview, 'en').subject);
    });
  });
}

test('the end of an invitation is a date in words, in the reader’s own zone', () => {
  const of = (locale: string) =>
    invitationMail({ firm: harborview, locale, url, expiresAt, timeZone, audience: 'client' }).text;
  assert.match(of('en-US'), /until Tuesday, March 3, 2026 at 10:00\sAM PST\./);
  assert.match(of('es-MX'), /hasta el martes, 3 de marzo de 2026/);
});

test('a client’s mail names the member of the firm who wrote; one to the firm has no field for a name', () => {
  assert.match(
    newMessageMail({ firm: harborview, locale: 'en', url, audience: 'client', from: 'Daniel Vance' }).text,
    /Daniel Vance/,
  );
  // @ts-expect-error -- a client's name must not be passed, let alone sent
  const mail = newMessageMail({ firm: harborview, locale: 'en', url, audience: 'staff', from: 'Ana Reyes' });
  assert.doesNotMatch(mail.text + mail.html, /Ana Reyes/);
});

test('a mailbox that is perhaps nobody’s is not told that its owner works at the firm', () => {
  const to = (what: 'emailOld' | 'emailNew') =>
    linkMail({ firm: harborview, locale: 'en', url, expiresAt, timeZone, audience: 'staff', what }).text;
  assert.match(to('emailOld'), /you work at/);
  assert.doesNotMatch(to('emailNew'), /you work at/);
});
