/** Turns what a story shows from right to left, as it will be once a catalog of such a language is there. */
import { stateFor } from '../../packages/elements/src/state/index.ts';
import { apiOf } from './api.ts';

export async function rightToLeft({ id, canvasElement }: { id: string; canvasElement: HTMLElement }) {
  const state = stateFor(apiOf(id));
  while (!state.ready) await new Promise((resolve) => setTimeout(resolve, 20));
  state.i18n = { ...state.i18n, direction: 'rtl' };
  for (const element of canvasElement.querySelectorAll('*')) {
    if ('requestUpdate' in element) (element as { requestUpdate(): void }).requestUpdate();
  }
}
