import type { FirmAccess, Person } from '@casefront/core/firm';
import { html, nothing, type TemplateResult } from 'lit';
import { accessTag } from './people.ts';
import type { Desk, Screen } from './desk.ts';
import { field, onSubmit, when } from './parts.ts';

/** One person: how they may come in, and what the firm can do about it. */
export const personScreen: Screen = async (desk, id) => {
  const [person, access, { person: me }] = await Promise.all([
    desk.firm.people.get({ id }),
    desk.firm.access.get({ id }),
    desk.portal.session.get(),
  ]);
  const isAdmin = me.role === 'admin';
  const body = html`
    <div class="desk-split">
      <div>${where(person, access)} ${acts(person, access, desk, isAdmin)}</div>
      <div>
        ${person.kind === 'client' ? seeAs(person, desk) : nothing}
        ${person.kind === 'staff' && isAdmin && person.id !== me.id ? role(person, desk) : nothing}
      </div>
    </div>
  `;
  return { title: person.name, body };
};

const where = (person: Person, access: FirmAccess) => {
  const { invitation, lastSignInAt, secondFactor, secondFactorRequired, sessions } = access;
  return html`
    <h3>Portal access</h3>
    <dl class="facts">
      ${fact('Now', accessTag(access.state))} ${fact('Address', person.email)}
      ${
        invitation
          ? fact(
              'Last invitation',
              html`sent ${when(invitation.sentAt)}, ${invitation.expired ? 'ended' : 'good until'} ${when(invitation.expiresAt)}`,
            )
          : nothing
      }
      ${fact('Last sign-in', lastSignInAt ? when(lastSignInAt) : 'never')}
      ${fact('Signed in on', sessions === 1 ? '1 browser now' : `${sessions} browsers now`)}
      ${fact('Second step', `${secondFactor ? 'set up' : 'none'}${secondFactorRequired ? ', the firm asks for one' : ''}`)}
    </dl>
  `;
};

const fact = (name: string, value: TemplateResult | string) =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** What can be done as things stand, each with what follows from it. */
const acts = (
  { id, name }: Person,
  { state, secondFactor }: FirmAccess,
  { firm, act }: Desk,
  isAdmin: boolean,
) => {
  const one = (words: string, hint: string, work: () => Promise<unknown>, done: string) => html`
    <li>
      <span class="row-main"><strong>${words}</strong><span>${hint}</span></span>
      <button
        aria-label=${`${words}: ${name}`}
        @click=${() =>
          act(async () => {
            await work();
            return done;
          })}
      >
        ${words}
      </button>
    </li>
  `;
  const sent = `A link is on its way to ${name}.`;
  return html`
    <ul class="rows acts">
      ${
        state === 'none' || state === 'invited'
          ? one(
              state === 'none' ? 'Invite' : 'Send a new link',
              state === 'none'
                ? 'Mails a link to choose a password. It is good for seven days.'
                : 'The link in the earlier mail stops working.',
              () => firm.invitations.create({ id }),
              sent,
            )
          : nothing
      }
      ${
        state === 'active'
          ? one(
              'Send a reset link',
              'For who has forgotten the password. Nobody here sees or chooses one.',
              () => firm.access.reset({ id }),
              sent,
            )
          : nothing
      }
      ${
        state === 'active' || state === 'invited'
          ? one(
              'Close access',
              'Signs them out everywhere at once, and ends every link. Nothing is deleted.',
              () => firm.access.disable({ id }),
              `${name} can no longer get in.`,
            )
          : nothing
      }
      ${
        state === 'disabled'
          ? one(
              'Open access again',
              'Mails a fresh invitation. The old password stays dead.',
              () => firm.access.enable({ id }),
              sent,
            )
          : nothing
      }
      ${
        secondFactor && isAdmin
          ? one(
              'Remove the second step',
              'For who has lost phone and recovery codes. Call them back first: make sure that it is them.',
              () => firm.access.removeFactors({ id }),
              `${name} signs in without a second step now.`,
            )
          : nothing
      }
    </ul>
  `;
};

const seeAs = ({ id, name }: Person, { firm, act }: Desk) => html`
  <section class="panel">
    <h3>See what ${name} sees</h3>
    <p class="hint">
      Opens the portal as they have it, as far as you may see it too. You can read and nothing else; nothing counts as
      seen, and the journal keeps that you looked.
    </p>
    <button
      @click=${() =>
        act(async () => {
          const view = await firm.views.create({ id });
          location.assign(`/desk/view/${view.id}?of=${id}`);
        })}
    >
      See as this client
    </button>
  </section>
`;

const roles = { admin: 'Administrator', attorney: 'Attorney', staff: 'Staff' } as const;

const role = ({ id, name, role: now }: Person, { firm, act }: Desk) => html`
  <form class="panel" @submit=${onSubmit(async ({ role = '' }) => {
    await act(async () => {
      await firm.people.update({ id, role: role as keyof typeof roles });
      return `${name} is now ${roles[role as keyof typeof roles].toLowerCase()}.`;
    });
    return false;
  })}>
    <h3>Role</h3>
    ${field(
      'role',
      'What they may do',
      html`<select id="role" name="role">
        ${Object.entries(roles).map(([value, words]) => html`<option value=${value} ?selected=${value === now}>${words}</option>`)}
      </select>`,
      'Administrators see every case that is not sealed, and manage people, keys and settings.',
    )}
    <button>Save role</button>
  </form>
`;
