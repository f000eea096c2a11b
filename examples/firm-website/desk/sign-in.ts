import { html } from 'lit';
import { firm } from '../src/firm.ts';

/**
 * The portal's own sign-in: it also takes invitations, resets and second factors, and nothing of that has to be written
 * again for the desk.
 *
 * @param done Somebody has signed in.
 */
export const signIn = (done: () => void) => html`
  <div class="desk-door">
    <p class="hint">For members of the firm. Clients sign in to <a href="/portal">the client portal</a>.</p>
    <portal-sign-in api="/portal-api" brand=${firm.brand} @portal-signed-in=${done}></portal-sign-in>
  </div>
`;

/** A client who is signed in on the firm's site has a session, but none that opens the desk. */
export const notForClients = (signOut: () => void) => html`
  <div class="desk-door">
    <p>You are signed in as a client, and the desk is for members of the firm.</p>
    <button class="primary" @click=${signOut}>Sign out and sign in as a member of the firm</button>
  </div>
`;

/** A link from a mail to staff, which the sign-in takes up: `#invitation=…`. */
export const isLink = (fragment: string): boolean => /^#(invitation|reset|email)=/.test(fragment);
