import type { FirmCase, Participant, Person } from '@casefront/core/firm';
import { html, nothing } from 'lit';
import { ask } from './ask.ts';
import type { Desk } from './desk.ts';
import { checked, field, onSubmit, tag } from './parts.ts';

const roles = {
  client: 'Client',
  'co-client': 'Co-client',
  guardian: 'Guardian',
  payer: 'Payer',
  contact: 'Contact',
} as const;
type Role = keyof typeof roles;

const permissionWords: Record<string, string> = {
  case: 'the case',
  messages: 'messages',
  events: 'dates',
  documents: 'documents',
  billing: 'bills',
  pay: 'paying',
};

const day = (instant: string) => new Date(instant).toLocaleDateString('en-US', { dateStyle: 'medium' });

/** Whose case it is. Adding someone shares the case with them; removing them takes everything of it back. */
export const participants = (one: FirmCase, people: readonly Person[], desk: Desk) => html`
  <section class="panel">
    <h3>Whose case it is</h3>
    <ul class="rows">
      ${one.participants.map((part) => row(one, part, desk))}
    </ul>
    ${
      one.former.length === 0
        ? nothing
        : html`<details>
            <summary>Earlier</summary>
            <ul class="rows">
              ${one.former.map(
                ({ name, role, leftAt }) => html`<li>
                  <span class="row-main"
                    >${name}<span>${roles[role as Role] ?? role}, until ${leftAt ? day(leftAt) : 'now'}</span></span
                  >
                </li>`,
              )}
            </ul>
          </details>`
    }
    ${addParticipant(one, people, desk)}
  </section>
`;

const row = (one: FirmCase, part: Participant, { firm, act }: Desk) => {
  const { personId, name, role, permissions, until, frozenAt } = part;
  const frozen = frozenAt !== null;
  const has = permissions.map((permission) => permissionWords[permission] ?? permission).join(', ');
  return html`
    <li>
      <span class="row-main">
        <a href="#person/${personId}">${name}</a>
        <span>${roles[role as Role] ?? role}${until ? `, until ${day(until)}` : ''}. May have ${has || 'nothing by itself'}.</span>
      </span>
      ${frozen ? tag(`Frozen since ${day(frozenAt)}`, 'waiting') : nothing}
      <span class="row-both"><button
        class="quiet"
        @click=${() =>
          act(async () => {
            await (frozen
              ? firm.cases.unfreezeParticipant({ id: one.id, personId })
              : firm.cases.freezeParticipant({ id: one.id, personId }));
            return frozen
              ? `${name} sees again what was shared before.`
              : `Nothing of this case reaches ${name} any more. Everything is kept.`;
          })}
      >
        ${frozen ? 'Unfreeze' : 'Freeze'}<span class="for-readers"> ${name}</span>
      </button>
      <button
        class="quiet"
        @click=${() =>
          act(async () => {
            await firm.cases.removeParticipant({ id: one.id, personId });
            return `${name} no longer sees this case.`;
          })}
      >
        Remove<span class="for-readers"> ${name}</span>
      </button></span>
    </li>
  `;
};

const addParticipant = (one: FirmCase, people: readonly Person[], { firm, act }: Desk) => {
  const here = new Set(one.participants.map(({ personId }) => personId));
  const others = people.filter(({ id, kind }) => kind === 'client' && !here.has(id));
  if (others.length === 0) return nothing;
  return html`<form class="inline-form" @submit=${onSubmit(
    ({ personId = '', role = 'client', until = '', consentOn = '' }) =>
      act(async () => {
        await firm.cases.addParticipant({
          id: one.id,
          personId,
          role: role as Role,
          ...(role === 'guardian' && until && { until: new Date(`${until}T23:59:59`).toISOString() }),
          ...(role === 'payer' && consentOn && { consentOn }),
        });
        return role === 'payer' || role === 'contact'
          ? 'They are in the case, and see nothing of it until you share it.'
          : 'The case has been shared.';
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
    <div class="for-guardian">
      ${field('until', 'A guardian’s part ends on', html`<input id="until" name="until" type="date" />`)}
    </div>
    <div class="for-payer">
      ${field(
        'consentOn',
        'The client agreed to the payer on',
        html`<input id="consentOn" name="consentOn" type="date" />`,
        'Whoever pays sees totals, never what you write about the case.',
      )}
    </div>
    <button>Share the case</button>
  </form>`;
};

/**
 * Whether the rest of the firm sees the case.
 *
 * @param me who is at the desk
 */
export const seal = (one: FirmCase, me: string, desk: Desk) => html`
  <section class="panel">
    <h3>${one.sealed ? 'Only its team sees this case' : 'Administrators see this case too'}</h3>
    <p class="hint">
      ${
        one.sealed
          ? 'Nobody of the firm outside the team sees that this case exists; no key does either.'
          : 'Sealing hides the case from everybody of the firm who is not on its team. Its clients keep what they have.'
      }
    </p>
    ${one.sealOpenings.map(
      ({ name, at, reason }) => html`<p class="hint">${name} got in on ${day(at)}: “${reason}”</p>`,
    )}
    <button @click=${() => (one.sealed ? unsealIt(one, desk) : sealIt(one, me, desk))}>
      ${one.sealed ? 'Open the seal' : 'Seal this case'}
    </button>
  </section>
`;

const unsealIt = ({ id }: FirmCase, { firm, act }: Desk) =>
  act(async () => {
    await firm.cases.unseal({ id });
    return 'Administrators see the case again.';
  });

/** Whoever is not on the team shuts themselves out with it: they are asked first, and then are where they may be. */
async function sealIt({ id, title, team }: FirmCase, me: string, { firm, act }: Desk): Promise<void> {
  const stays = team.some(({ personId }) => personId === me);
  const warning = 'You are not on this case’s team. Once sealed, you will no longer see it.';
  if (!stays && !(await ask('Seal this case?', warning, 'Seal it'))) return;
  await act(async () => {
    await firm.cases.seal({ id });
    if (stays) return 'Only its team sees the case now.';
    location.hash = 'cases';
    return `${title} is sealed: only its team sees it now.`;
  });
}

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
