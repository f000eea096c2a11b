/** Fetches each element when its tag first shows up in a page. */
import { tags } from './tags.ts';

/** What registers an element, by its tag. */
export type Importers = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Imports the elements that are in `root` now, and those that come later. An import that fails, because the network
 * does, is reported as an uncaught error and tried again when the tag shows up again or the browser is back online.
 *
 * @returns ends it: nothing that comes later is imported
 */
export function loadElements(root: Document | Element = document, importers: Importers = tags): () => void {
  const asked = new Set<string>();

  const load = async (tag: string): Promise<void> => {
    if (asked.has(tag) || !Object.hasOwn(importers, tag)) return;
    asked.add(tag);
    try {
      await importers[tag]!();
    } catch (error) {
      asked.delete(tag);
      reportError(error);
    }
  };
  const look = (within: Document | Element) => {
    if (within instanceof Element) void load(within.localName);
    for (const element of within.querySelectorAll(':not(:defined)')) void load(element.localName);
  };

  const observer = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof Element) look(node);
    }
  });
  const again = () => look(root);
  look(root);
  observer.observe(root, { childList: true, subtree: true });
  addEventListener('online', again);
  return () => {
    observer.disconnect();
    removeEventListener('online', again);
  };
}
