import { html } from './html.ts';
import { activeClients, demoPassword, staff } from './seed/people.ts';

interface Account {
  readonly name: string;
  readonly email: string;
  readonly locale?: string;
}

const list = (accounts: readonly Account[]) => html`<dl>
  ${accounts.map(
    ({ name, email, locale }) => html`<div>
      <dt>${name}${locale === 'es' && ', in Spanish'}</dt>
      <dd>${email}</dd>
    </div>`,
  )}
</dl>`;

const note = (
  title: string,
  accounts: readonly Account[],
  open: boolean,
) => html`<details class="firm demo-note"${open && html` open`}>
  <summary>${title}</summary>
  ${list(accounts)}
  <p>Everybody’s password is <code>${demoPassword}</code>. A browser holds one session: to be staff and client at once, open a private window.</p>
</details>`;

/** Who can sign in at the desk. Only a demo tells. */
export const staffAccounts = note('Only in this demo: who can sign in here', staff, true);

/** Who can sign in to the portal. Only a demo tells. */
export const clientAccounts = note(
  'Only in this demo: clients who can sign in to the portal',
  activeClients,
  false,
);

/** The same in two lines, for the terminal. */
export const whoCanSignIn = `  Staff at /desk, for one ${staff[0]?.email}; clients at /portal, for one ${activeClients.at(1)?.email}.
  Everybody’s password in this demo: ${demoPassword}. What would be mailed is at /outbox.`;
