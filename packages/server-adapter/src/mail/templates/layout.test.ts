import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brandPair, relativeLuminance } from './colour.ts';
import { mailLayout, type MailLayout } from './layout.ts';

const mail = {
  firm: {
    name: 'Harborview Law',
    phone: '(360) 555-0142',
    address: '14 Chandler’s Row',
    brand: '#174a5b',
    website: 'https://harborview.example',
  },
  locale: 'en',
  title: 'A title <with> markup & more',
  paragraphs: ['First "words".', 'Second <i>words</i>.'],
  action: { label: 'Go <there>', url: 'https://harborview.example/portal?a=1&b="2"' },
  footer: ['Last words.'],
} satisfies MailLayout;

test('every value is escaped, and the text form is left as it was typed', () => {
  const { html, text } = mailLayout(mail);
  assert.match(html, /A title &lt;with&gt; markup &amp; more/);
  assert.match(html, /Second &lt;i&gt;words&lt;\/i&gt;\./);
  assert.match(html, /Go &lt;there&gt;/);
  assert.match(html, /href="https:\/\/harborview\.example\/portal\?a=1&amp;b=%222%22"/);
  assert.match(text, /A title <with> markup & more/);
});

test('the button is a shape for Outlook and a coloured cell for the rest, and is left out where there is nothing to do', () => {
  assert.match(mailLayout(mail).html, /<!--\[if mso\]><v:rect href="https:/);
  assert.match(mailLayout(mail).html, /<td class="button" bgcolor="#174a5b"/);
  const { action: _, ...idle } = mail;
  assert.doesNotMatch(mailLayout(idle).html, /v:rect|class="button"|undefined/);
});

test('nothing in a mail is loaded from anywhere', () => {
  assert.doesNotMatch(mailLayout(mail).html, /<img|<link|<script|url\(|src=|@import|@font-face/i);
});

test('only http(s) addresses get into a mail', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/portal', '']) {
    assert.throws(() => mailLayout({ ...mail, action: { label: 'Go', url } }), TypeError, url);
  }
});

test('a brand that is no colour cannot write into a style, and the button stays readable on every brand', () => {
  const { html } = mailLayout({ ...mail, firm: { ...mail.firm, brand: 'red; background: url(//x)' } });
  assert.doesNotMatch(html, /url\(/);
  assert.match(html, /bgcolor="#1f4b6e"/);
  for (let colour = 0; colour <= 0xffffff; colour += 4099) {
    const { brand, on } = brandPair(`#${colour.toString(16).padStart(6, '0')}`);
    const [light, dark] = [relativeLuminance(brand), relativeLuminance(on)].toSorted((a, b) => b - a) as [
      number,
      number,
    ];
    assert.ok((light + 0.05) / (dark + 0.05) >= 4.5, brand);
  }
});
