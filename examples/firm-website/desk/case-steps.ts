import type { FirmCase, FirmStep } from '@casefront/core/firm';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Desk } from './desk.ts';
import { field, onSubmit } from './parts.ts';

/** The steps in order, each with its state and a switch for whether the client sees it. */
export const steps = (one: FirmCase, desk: Desk) => html`
  <h3>Steps</h3>
  <p class="hint">A hidden step is nowhere in the client’s portal, not even in a count.</p>
  <ol class="rows steps">
    ${one.steps.map((step) => row(one, step, desk))}
  </ol>
  ${addStep(one, desk)}
`;

const states = { done: 'Done', current: 'Now', upcoming: 'Later' } as const;
type State = keyof typeof states;

const row = (one: FirmCase, step: FirmStep, { firm, act }: Desk) => {
  const change = (to: { visible: boolean } | { state: State }, words: string) =>
    act(async () => {
      await firm.steps.update({ caseId: one.id, id: step.id, ...to });
      return words;
    });
  return html`
    <li class=${step.visible ? '' : 'unshown'}>
      <span class="row-main"><strong>${step.title}</strong>${step.meaning ? html`<span>${step.meaning}</span>` : nothing}</span>
      <label class="choice">
        <span class="for-readers">State of ${step.title}</span>
        <select
          .value=${live(step.state)}
          @change=${(event: Event) => {
            const state = (event.target as HTMLSelectElement).value as State;
            return change({ state }, `“${step.title}” is now marked ${states[state].toLowerCase()}.`);
          }}
        >
          ${Object.entries(states).map(
            ([value, words]) =>
              html`<option value=${value} ?selected=${value === step.state}>${words}</option>`,
          )}
        </select>
      </label>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          .checked=${live(step.visible)}
          aria-label="Clients see ${step.title}"
          @change=${(event: Event) => {
            const visible = (event.target as HTMLInputElement).checked;
            return change(
              { visible },
              `“${step.title}” is now ${visible ? 'shown to' : 'hidden from'} the clients on this case.`,
            );
          }}
        />
        <span aria-hidden="true">${step.visible ? 'Shown' : 'Hidden'}</span>
      </label>
    </li>
  `;
};

const addStep = (one: FirmCase, { firm, act }: Desk) => html`
  <form class="inline-form" @submit=${onSubmit(({ title = '', visible }) =>
    act(async () => {
      await firm.steps.create({ caseId: one.id, title, visible: visible === 'on' });
      return `“${title}” has been added.`;
    }),
  )}>
    ${field('step', 'Another step', html`<input id="step" name="title" maxlength="200" />`)}
    <label class="check"><input type="checkbox" name="visible" /> Show it to the client</label>
    <button>Add step</button>
  </form>
`;
