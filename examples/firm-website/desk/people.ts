import type { Person } from '@casefront/core/firm';
import { html, nothing } from 'lit';
import { all, type Desk, type Screen } from './desk.ts';
import { field, onSubmit, tag } from './parts.ts';

/** Everyone, and whether they can get in. */
export const peopleScreen: Screen = async (desk) => {
  const people = await all((query) => desk.firm.people.list(query));
  const body = html`
    <div class="desk-split">
      <div>
        ${list(
          'Clients and contacts',
          people.filter(({ kind }) => kind === 'client'),
          desk,
        )}
        ${list(
          'The firm',
          people.filter(({ kind }) => kind === 'staff'),
          desk,
        )}
      </div>
      ${addClient(desk)}
    </div>
  `;
  return { title: 'People and invitations', body };
};

const states: Record<string, ReturnType<typeof tag>> = {
  none: tag('No access yet'),
  invited: tag('Invited', 'waiting'),
  active: tag('Has access', 'good'),
  disabled: tag('Access closed'),
};

export const accessTag = (access: string) => states[access] ?? tag(access);

const list = (heading: string, people: Person[], desk: Desk) => html`
  <h3>${heading}</h3>
  <ul class="rows">
    ${people.map(
      (person) => html`
        <li>
          <span class="row-main"><a href="#person/${person.id}">${person.name}</a><span>${person.title ?? person.email}</span></span>
          <span class="row-access">${accessTag(person.access)}</span>
          <span class="row-act">${person.access === 'none' || person.access === 'invited' ? invite(person, desk) : nothing}</span>
        </li>
      `,
    )}
  </ul>
`;

const invite = (person: Person, { firm, act }: Desk) => html`
  <button
    @click=${() =>
      act(async () => {
        await firm.invitations.create({ id: person.id });
        return `${person.name} has been sent a link.`;
      })}
  >
    ${
      person.access === 'none'
        ? html`Invite<span class="for-readers"> ${person.name}</span>`
        : html`Send<span class="for-readers"> ${person.name}</span> a new link`
    }
  </button>
`;

const addClient = ({ firm, act }: Desk) => html`
  <form class="panel" @submit=${onSubmit(({ name = '', email = '', locale = 'en', invite: now }) =>
    act(async () => {
      const person = await firm.people.create({ kind: 'client', name, email, locale });
      if (!now) return `${name} has been added.`;
      await firm.invitations.create({ id: person.id });
      return `${name} has been added and sent a link.`;
    }),
  )}>
    <h3>Add a client</h3>
    ${field('name', 'Full name', html`<input id="name" name="name" autocomplete="off" maxlength="200" required />`)}
    ${field('email', 'Email address', html`<input id="email" name="email" type="email" autocomplete="off" required />`)}
    ${field(
      'locale',
      'Language for mails and the portal',
      html`<select id="locale" name="locale">
        <option value="en">English</option>
        <option value="es">Español</option>
      </select>`,
    )}
    <label class="check"><input type="checkbox" name="invite" checked /> Send the invitation now</label>
    <button class="primary">Add client</button>
  </form>
`;
