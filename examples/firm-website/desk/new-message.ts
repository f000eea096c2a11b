import type { FirmCase } from '@casefront/core/firm';
import { html, nothing } from 'lit';
import { all, type Desk, type Screen } from './desk.ts';
import { checked, field } from './parts.ts';

/** A new conversation: first the case, then exactly the people on it. The chosen case is in the address: `#write/case_…`. */
export const newMessageScreen: Screen = async (desk, id) => {
  const { firm, portal } = desk;
  const [cases, chosen, { person }] = await Promise.all([
    all((query) => firm.cases.list(query)),
    id ? firm.cases.get({ id }) : undefined,
    portal.session.get(),
  ]);
  const body = html`
    <div class="desk-narrow">
      ${field(
        'case',
        'Which case is it about?',
        html`<select
          id="case"
          @change=${(event: Event) => {
            location.hash = `write/${(event.target as HTMLSelectElement).value}`;
          }}
        >
          <option value="">Choose a case</option>
          ${cases.map(
            ({ id, title }) => html`<option value=${id} ?selected=${id === chosen?.id}>${title}</option>`,
          )}
        </select>`,
      )}
      ${chosen ? compose(chosen, person.id, desk) : nothing}
    </div>
  `;
  return { title: 'New message', body };
};

function compose(one: FirmCase, me: string, { firm, act }: Desk) {
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { subject, body } = Object.fromEntries(new FormData(form)) as Record<'subject' | 'body', string>;
    await act(async () => {
      const thread = await firm.threads.start({
        caseId: one.id,
        recipientIds: checked(form, 'to'),
        subject,
        body,
      });
      location.hash = `thread/${thread.id}`;
    });
  };
  return html`
    <form @submit=${send}>
      <fieldset>
        <legend>To</legend>
        ${[...one.participants, ...one.team]
          .filter(({ personId }) => personId !== me)
          .map(
            ({ personId, name }) =>
              html`<label class="check"><input type="checkbox" name="to" value=${personId} /> ${name}</label>`,
          )}
      </fieldset>
      ${field('subject', 'Subject', html`<input id="subject" name="subject" maxlength="200" />`)}
      ${field('body', 'Message', html`<textarea id="body" name="body" rows="8" maxlength="20000"></textarea>`)}
      <button class="primary">Send</button>
    </form>
  `;
}
