import { clientAccounts } from '../demo-accounts.ts';
import { firm } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import type { SentMail } from '../outbox.ts';
import { linked } from '../linked.ts';

const when = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: firm.timeZone,
  timeZoneName: 'short',
});

const time = (mail: SentMail) =>
  html`<time datetime="${mail.sentAt.toISOString()}">${when.format(mail.sentAt)}</time>`;

/** The mails, newest first; undefined where they go out for real. */
export const outboxList = (mails: readonly SentMail[] | undefined): Page => ({
  title: 'Outbox',
  styles: ['pages', 'outbox', 'demo'],
  body: html`<div class="firm column page">
    <header class="page-head">
      <h1>Outbox</h1>
      <p>${mails ? 'Every mail this demo would have sent, newest first. Nothing leaves this machine.' : 'This demo has an SMTP server, so mails go out for real and none is kept here.'}</p>
    </header>
    ${mails && (mails.length === 0 ? empty : list(mails))}
    ${clientAccounts}
  </div>`,
});

const empty = html`<p class="outbox-empty">No mail yet. Invite a client from <a href="/desk">the staff desk</a>, and the invitation appears here.</p>`;

const list = (mails: readonly SentMail[]) => html`<ol class="outbox-list">
  ${mails.map(
    (mail) => html`<li>
      <a href="/outbox/${mail.id}">${mail.subject}</a>
      <span class="outbox-to">${mail.to}</span>
      ${time(mail)}
    </li>`,
  )}
</ol>`;

export const outboxMail = (mail: SentMail): Page => ({
  title: mail.subject,
  styles: ['pages', 'outbox'],
  body: html`<div class="firm column page">
    <p class="back"><a href="/outbox">Outbox</a></p>
    <header class="page-head">
      <h1>${mail.subject}</h1>
      <p>To ${mail.to}, ${time(mail)}</p>
    </header>
    <div class="outbox-parts">
      <section aria-labelledby="text-part">
        <h2 id="text-part">As plain text</h2>
        <pre class="outbox-text">${linked(mail.text)}</pre>
      </section>
      <section aria-labelledby="html-part">
        <h2 id="html-part">As HTML</h2>
        <iframe class="outbox-html" src="/outbox/${mail.id}/html" title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
      </section>
    </div>
  </div>`,
});
