/** What a person does on a page, wherever on it: a press, a key. */
const acts = ['pointerdown', 'keydown'] as const;

/** Calls back when the person does something. @returns ends it */
export function watchActs(listener: () => void): () => void {
  const options = { capture: true, passive: true };
  for (const act of acts) window.addEventListener(act, listener, options);
  return () => {
    for (const act of acts) window.removeEventListener(act, listener, options);
  };
}
