/** The few parts that the screens share. */
import { html, nothing, type TemplateResult } from 'lit';

/** A labelled control. `control` is the input; it must carry the same `id`. */
export const field = (id: string, label: string, control: TemplateResult, hint?: string) => html`
  <div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing} ${control}
  </div>
`;

/** Where somebody or something stands: words in a small frame, never a button. */
export const tag = (words: string, tone: 'plain' | 'good' | 'waiting' = 'plain') =>
  html`<span class="tag ${tone}">${words}</span>`;

const moment = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});

export const when = (instant: string) =>
  html`<time datetime=${instant}>${moment.format(new Date(instant))}</time>`;

/** A form that hands over its fields as text and empties itself when the change went well. */
export const onSubmit =
  (send: (fields: Record<string, string>) => Promise<boolean>) => async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const entries = [...new FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    if (await send(Object.fromEntries(entries))) form.reset();
  };

/** What was typed into one field of a form. */
export function typed(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** The values of all checked boxes of one name: what `Object.fromEntries` would fold into one. */
export const checked = (form: HTMLFormElement, name: string): string[] =>
  [...form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`)].map((box) => box.value);
