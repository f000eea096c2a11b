import { html, render } from 'lit';

/** Asks before something that cannot be taken back by whoever does it. Resolves to whether they go on. */
export async function ask(title: string, words: string, go: string): Promise<boolean> {
  const dialog = document.createElement('dialog');
  dialog.className = 'desk-dialog';
  // Inside the desk, so that its styles hold.
  document.querySelector('.desk')!.append(dialog);
  const close = (answer: string) => () => dialog.close(answer);
  dialog.setAttribute('aria-labelledby', 'ask-title');
  dialog.setAttribute('aria-describedby', 'ask-words');
  render(
    html`<h3 id="ask-title">${title}</h3>
      <p id="ask-words">${words}</p>
      <p class="row-both">
        <button class="primary" @click=${close('go')}>${go}</button>
        <button class="quiet" @click=${close('')}>Cancel</button>
      </p>`,
    dialog,
  );
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener('close', closed, { once: true }));
  dialog.remove();
  return dialog.returnValue === 'go';
}
