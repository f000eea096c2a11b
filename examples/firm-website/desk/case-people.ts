import type { FirmCase, Person } from '@casefront/core/firm';
import { html, nothing } from 'lit';
import type { Desk } from './desk.ts';
import { checked, field, onSubmit } from './parts.ts';

const roles = {
  client: 'Client',
  'co-client': 'Co-client',
  guardian: 'Guardian',
  payer: 'Payer',
  contact: 'Contact',
} as const;
type Role = keyof typeof roles;

/** Whose case it is. Adding someone shares the case with them; removing them takes everything of it back. */
export const participants = (one: FirmCase, people: readonly Person[], { firm, act }: Desk) => {
  const here = new Set(one.participants.map(({ personId }) => personId));
  const others = people.filter(({ id, kind }) => kind === 'client' && !here.has(id));
  return html`
    <section class="panel">
      <h3>Whose case it is</h3>
      <ul class="rows">
        ${one.participants.map(
          ({ personId, name, role }) => html`
            <li>
              <span class="row-main"><strong>${name}</strong><span>${roles[role as Role] ?? role}</span></span>
              <button
                class="quiet"
                @click=${() =>
                  act(async () => {
                    await firm.cases.removeParticipant({ id: one.id, personId });
                    return `${name} no longer sees this case.`;
                  })}
              >
                Remove<span class="for-readers"> ${name}</span>
              </button>
            </li>
          `,
        )}
      </ul>
      ${
        others.length === 0
          ? nothing
          : html`<form class="inline-form" @submit=${onSubmit(({ personId = '', role = 'client' }) =>
              act(async () => {
                await firm.cases.addParticipant({ id: one.id, personId, role: role as Role });
                return 'The case has been shared.';
              }),
            )}>
            ${field(
              'participant',
              'Add',
              html`<select id="participant" name="personId" required>
                <option value="">Choose a person</option>
                ${others.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
              </select>`,
            )}
            ${field(
              'role',
              'As',
              html`<select id="role" name="role">
                ${Object.entries(roles).map(([value, words]) => html`<option value=${value}>${words}</option>`)}
              </select>`,
            )}
            <button>Share the case</button>
          </form>`
      }
    </section>
  `;
};

/** Who of the firm works on it: exactly those whom the client can write to. */
export const team = (one: FirmCase, people: readonly Person[], { firm, act }: Desk) => {
  const members = new Map(one.team.map(({ personId, part }) => [personId, part]));
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = checked(event.currentTarget as HTMLFormElement, 'member');
    await act(async () => {
      await firm.cases.setTeam({
        id: one.id,
        members: chosen.map((personId) => ({ personId, part: members.get(personId) ?? null })),
      });
      return 'The team has been changed.';
    });
  };
  return html`
    <form class="panel" @submit=${save}>
      <fieldset>
        <legend>Who works on it</legend>
        ${people
          .filter(({ kind }) => kind === 'staff')
          .map(
            ({ id, name }) => html`<label class="check">
              <input type="checkbox" name="member" value=${id} .checked=${members.has(id)} /> ${name}
              ${members.get(id) ? html`<span class="hint">${members.get(id)}</span>` : nothing}
            </label>`,
          )}
      </fieldset>
      <button>Save team</button>
    </form>
  `;
};
