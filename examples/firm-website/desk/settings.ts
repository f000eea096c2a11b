import type { Settings } from '@casefront/core/firm';
import { html } from 'lit';
import type { Desk, Screen } from './desk.ts';
import { checked, field, typed } from './parts.ts';

const factors = {
  nobody: 'Nobody has to',
  staff: 'Members of the firm',
  everybody: 'Members of the firm and clients',
} as const;
const fields = { name: 'Name', phone: 'Phone', address: 'Postal address', email: 'Email address' } as const;

/** What the firm has decided about its portal. */
export const settingsScreen: Screen = async (desk) => {
  const settings = await desk.firm.settings.get();
  return { title: 'Settings', body: html`<div class="desk-narrow">${form(settings, desk)}</div>` };
};

const form = (now: Settings, { firm, act }: Desk) => {
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const values = new FormData(form);
    await act(async () => {
      await firm.settings.update({
        secondFactor: values.get('secondFactor') as keyof typeof factors,
        idleMinutes: Number(values.get('idleMinutes')),
        safety: values.get('safety') === 'on',
        exitUrl: typed(form, 'exitUrl'),
        lockedFields: checked(form, 'locked') as (keyof typeof fields)[],
      });
      return 'The settings have been saved.';
    });
  };
  return html`
    <form class="panel" @submit=${save}>
      ${field(
        'secondFactor',
        'Who has to have a second step when signing in',
        html`<select id="secondFactor" name="secondFactor">
          ${Object.entries(factors).map(
            ([value, words]) =>
              html`<option value=${value} ?selected=${value === now.secondFactor}>${words}</option>`,
          )}
        </select>`,
        'An authenticator app or a passkey, besides the password.',
      )}
      ${field(
        'idleMinutes',
        'Signed out after so many minutes without doing anything',
        html`<input id="idleMinutes" name="idleMinutes" type="number" min="5" max="60" .value=${String(now.idleMinutes)} required />`,
        'Everybody may choose a shorter time for themselves.',
      )}
      <fieldset>
        <legend>For clients who may be watched</legend>
        <label class="check">
          <input type="checkbox" name="safety" .checked=${now.safety} /> Quick exit on every page, neutral titles and mails
        </label>
        ${field(
          'exitUrl',
          'The quick exit leads to',
          html`<input id="exitUrl" name="exitUrl" type="url" .value=${now.exitUrl} required />`,
        )}
      </fieldset>
      <fieldset>
        <legend>Details that clients cannot change themselves</legend>
        ${Object.entries(fields).map(
          ([value, words]) =>
            html`<label class="check"
              ><input type="checkbox" name="locked" value=${value} .checked=${now.lockedFields.includes(value)} /> ${words}</label
            >`,
        )}
      </fieldset>
      <button class="primary">Save settings</button>
    </form>
  `;
};
