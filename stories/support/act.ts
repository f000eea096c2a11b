/** Hands and eyes of a story's `play`: they look through shadow roots. */

/** The first match in the elements of a story or their shadow roots. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as in querySelector<T>
export function seek<T extends Element = HTMLElement>(within: ParentNode, selector: string): T | undefined {
  const found = within.querySelector<T>(selector);
  if (found) return found;
  for (const element of within.querySelectorAll('*')) {
    const inside = element.shadowRoot && seek<T>(element.shadowRoot, selector);
    if (inside) return inside;
  }
  return undefined;
}

/** The same, once it is there. */
export async function find<T extends Element = HTMLElement>(
  within: ParentNode,
  selector: string,
): Promise<T> {
  for (const end = Date.now() + 5000; Date.now() < end;) {
    const found = seek<T>(within, selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`No ${selector} within five seconds`);
}

/** Writes into a field as a person does, and waits for the element to take note. */
export async function type(within: ParentNode, selector: string, words: string): Promise<void> {
  const field = await find<HTMLInputElement | HTMLTextAreaElement>(within, selector);
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Chooses an entry of a list. */
export async function choose(within: ParentNode, selector: string, value: string): Promise<void> {
  const field = await find<HTMLSelectElement>(within, selector);
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

export async function press(within: ParentNode, selector: string): Promise<void> {
  (await find(within, selector)).click();
}
