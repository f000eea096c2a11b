/** The sign-in element on a page, and the hands that fill it in. */
import { fixtures } from '@casefront/core/testing';
import { html, type TemplateResult } from 'lit';
import '../../packages/elements/src/define/portal-sign-in.ts';
import { find, press } from './act.ts';
import { apiOf } from './api.ts';

/** Of a link in a mail. */
export const secret = 't'.repeat(43);

export const known = { email: fixtures.person.email, password: 'correct horse battery' };

/** Renders a story; `parameters.hash` is the link that was opened. */
export function signInPage(
  _: object,
  { id, parameters }: { id: string; parameters: Record<string, unknown> },
): TemplateResult {
  history.replaceState(null, '', (parameters['hash'] as string | undefined) ?? '#/');
  return html`<portal-sign-in api=${apiOf(id)}><p>Loading the sign-in form.</p></portal-sign-in>`;
}

/** Fills in the form and sends it. */
export async function send(within: HTMLElement, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    (await find<HTMLInputElement>(within, `input[name=${name}]`)).value = value;
  }
  await press(within, 'button[type=submit]');
}
