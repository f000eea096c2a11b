import type { FirmCase } from '@casefront/core/firm';
import { html } from 'lit';
import { all, type Desk, type Screen } from './desk.ts';
import { field, onSubmit } from './parts.ts';
import { participants, seal, team } from './case-people.ts';
import { steps } from './case-steps.ts';

/** One case: what the client reads about it, the steps and who sees them, and the people. */
export const caseScreen: Screen = async (desk, id) => {
  const { firm } = desk;
  const [one, people, { person: me }] = await Promise.all([
    firm.cases.get({ id }),
    all((query) => firm.people.list(query)),
    desk.portal.session.get(),
  ]);
  const body = html`
    <div class="desk-split">
      <div>${steps(one, desk)}</div>
      <div>${status(one, desk)} ${participants(one, people, desk)} ${team(one, people, desk)} ${seal(one, me.id, desk)}</div>
    </div>
  `;
  return { title: one.title, body };
};

const status = (one: FirmCase, { firm, act }: Desk) => html`
  <form class="panel" @submit=${onSubmit(async ({ statusLabel = '', statusMeaning = '' }) => {
    await act(async () => {
      await firm.cases.update({ id: one.id, statusLabel, statusMeaning: statusMeaning.trim() || null });
      return 'The status has been changed, and everyone on the case will hear of it.';
    });
    return false; // the form shows what is so now, not what it began with
  })}>
    <h3>Where it stands</h3>
    ${field(
      'statusLabel',
      'In a few words',
      html`<input id="statusLabel" name="statusLabel" .value=${one.status.label} maxlength="100" />`,
    )}
    ${field(
      'statusMeaning',
      'What it means for the client',
      html`<textarea id="statusMeaning" name="statusMeaning" rows="3" maxlength="1000" .value=${one.status.meaning ?? ''}></textarea>`,
    )}
    <button>Save status</button>
  </form>
`;
