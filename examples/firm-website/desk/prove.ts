import type { Portal } from '@casefront/core';
import { html, nothing, render } from 'lit';
import { sentence } from './desk.ts';
import { field, typed } from './parts.ts';

/**
 * Asks whoever is signed in to show once more that it is them, for what opens many doors. Resolves to whether they did.
 * A code where they have a second factor, else the password.
 */
export async function proveAgain(portal: Portal): Promise<boolean> {
  const { factors } = await portal.session.get();
  const byCode = factors.includes('totp') || factors.includes('recovery-code');
  const dialog = document.createElement('dialog');
  dialog.className = 'desk-dialog';
  // Inside the desk, so that its styles hold.
  document.querySelector('.desk')!.append(dialog);
  let proved = false;
  let problem: string | undefined;

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const secret = typed(event.currentTarget as HTMLFormElement, 'secret');
    try {
      if (byCode) await portal.session.confirmCode({ code: secret });
      else await portal.session.confirmPassword({ password: secret });
      proved = true;
      dialog.close();
    } catch (error) {
      problem = sentence(error);
      draw();
    }
  };
  const draw = () =>
    render(
      html`<form @submit=${send} aria-labelledby="prove-title">
        <h3 id="prove-title">Is it still you?</h3>
        <p class="hint">This opens many doors, so we ask once more.</p>
        <p class="desk-notice failed" role="alert">${problem ?? nothing}</p>
        ${
          byCode
            ? field(
                'secret',
                'Code from your app, or a recovery code',
                html`<input id="secret" name="secret" autocomplete="one-time-code" required />`,
              )
            : field(
                'secret',
                'Password',
                html`<input id="secret" name="secret" type="password" autocomplete="current-password" required />`,
              )
        }
        <button class="primary">Continue</button>
        <button type="button" class="quiet" @click=${() => dialog.close()}>Cancel</button>
      </form>`,
      dialog,
    );

  draw();
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
  dialog.remove();
  return proved;
}
