import type { ApiKey } from '@casefront/core/firm';
import { html, nothing } from 'lit';
import type { Desk, Screen } from './desk.ts';
import { checked, field, tag, typed, when } from './parts.ts';

const scopes = {
  people: 'People and invitations',
  cases: 'Cases and steps',
  messages: 'Messages',
  events: 'Dates',
  shares: 'Who sees what',
} as const;
type Scope = keyof typeof scopes;

/** A new key's secret, until another screen is opened: the server shows it once. */
let fresh: { name: string; secret: string } | undefined;
addEventListener('hashchange', () => {
  fresh = undefined;
});

/** Keys of the firm's own systems. */
export const keysScreen: Screen = async (desk) => {
  const { items } = await desk.firm.keys.list();
  const body = html`
    <div class="desk-split">
      <div>
        ${fresh ? secret(fresh) : nothing}
        ${
          items.length === 0
            ? html`<p class="nothing-here">No system of yours has a key. Make one for your practice-management system, and it can push people, cases and messages.</p>`
            : html`<ul class="rows">${items.map((key) => row(key, desk))}</ul>`
        }
      </div>
      ${make(desk)}
    </div>
  `;
  return { title: 'API keys', body };
};

const secret = ({ name, secret }: { name: string; secret: string }) => html`
  <div class="panel" role="status">
    <h3>The key for ${name}</h3>
    <p class="hint">Copy it now: it is shown this once, and stored nowhere.</p>
    <p><code class="secret">${secret}</code></p>
    <button type="button" @click=${(event: Event) => copy(secret, event)}>Copy</button>
    <span class="hint" role="status"></span>
  </div>
`;

/** Says beside the button what came of it. */
async function copy(secret: string, { currentTarget }: Event): Promise<void> {
  const news = (currentTarget as HTMLElement).nextElementSibling!;
  news.textContent = await navigator.clipboard.writeText(secret).then(
    () => 'Copied.',
    () => 'Your browser did not let us copy it. Please mark it and copy it yourself.',
  );
}

const row = ({ id, name, scopes: may, createdAt, lastUsedAt }: ApiKey, { firm, act }: Desk) => html`
  <li>
    <span class="row-main">
      <strong>${name}</strong>
      <span>Made ${when(createdAt)}, ${lastUsedAt ? html`last used ${when(lastUsedAt)}` : 'never used'}</span>
    </span>
    ${may.map((scope) => tag(scopes[scope as Scope] ?? scope))}
    <span class="row-act">
      <button
        class="quiet"
        @click=${() =>
          act(async () => {
            await firm.keys.revoke({ id });
            return `The key of ${name} no longer works.`;
          })}
      >
        End<span class="for-readers"> the key of ${name}</span>
      </button>
    </span>
  </li>
`;

const make = ({ firm, act }: Desk) => {
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const name = typed(form, 'name');
    const chosen = checked(form, 'scope') as Scope[];
    form.querySelector('#scope-problem')!.textContent = chosen.length === 0 ? 'Tick at least one' : '';
    if (chosen.length === 0) return form.querySelector<HTMLElement>('[name=scope]')!.focus();
    const made = await act(async () => {
      const key = await firm.keys.create({ name, scopes: chosen });
      fresh = { name, secret: key.secret };
    });
    if (made) form.reset();
  };
  return html`
    <form class="panel" @submit=${send}>
      <h3>Make a key</h3>
      ${field('key-name', 'For which system', html`<input id="key-name" name="name" maxlength="100" required />`)}
      <fieldset aria-describedby="scope-problem">
        <legend>It may see and change</legend>
        <p class="problem" id="scope-problem" role="alert"></p>
        ${Object.entries(scopes).map(
          ([value, words]) =>
            html`<label class="check"><input type="checkbox" name="scope" value=${value} /> ${words}</label>`,
        )}
      </fieldset>
      <button class="primary">Make key</button>
    </form>
  `;
};
