/** Turns what a story shows from right to left, as it will be once a catalog of such a language is there. */
import { stateFor } from '../../packages/elements/src/state/index.ts';
import { apiOf } from './api.ts';

export async function rightToLeft({ id, canvasElement }: { id: string; canvasElement: HTMLElement }) {
  const state = stateFor(apiOf(id));
  while (!state.ready) await new Promise((resolve) => setTimeout(resolve, 20));
  state.i18n = { ...state.i18n, direction: 'rtl' };
  update(canvasElement);
}

/** Renders every element again, in shadow roots too. */
function update(within: ParentNode): void {
  for (const element of within.querySelectorAll('*')) {
    if ('requestUpdate' in element) (element as { requestUpdate(): void }).requestUpdate();
    if (element.shadowRoot) update(element.shadowRoot);
  }
}
