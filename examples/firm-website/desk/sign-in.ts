import { html, nothing } from 'lit';
import type { Desk } from './desk.ts';
import { field, onSubmit } from './parts.ts';

export const signIn = ({ portal, act }: Desk, notice?: { words: string; failed: boolean }) => html`
  <form class="desk-sign-in" @submit=${onSubmit(({ email = '', password = '' }) =>
    act(async () => {
      await portal.session.create({ email, password });
    }),
  )}>
    <h2>Sign in to the desk</h2>
    <p class="hint">For members of the firm. Clients sign in to <a href="/portal">the client portal</a>.</p>
    <p class="desk-notice failed" role="alert">${notice?.failed ? notice.words : nothing}</p>
    ${field('email', 'Email address', html`<input id="email" name="email" type="email" autocomplete="username" />`)}
    ${field(
      'password',
      'Password',
      html`<input id="password" name="password" type="password" autocomplete="current-password" />`,
    )}
    <button class="primary">Sign in</button>
  </form>
`;
