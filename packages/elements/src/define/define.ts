import { version } from '../version.ts';

const VERSION = Symbol.for('casefront.version');
type Versioned = CustomElementConstructor & { [VERSION]?: string };

/**
 * Registers an element, unless the page has that tag already: a second `customElements.define` would throw. When the
 * one that is there comes from elsewhere, the console says so. Does nothing where there is no DOM.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!globalThis.customElements) return;
  const known: Versioned | undefined = customElements.get(tag);
  if (!known) {
    (element as Versioned)[VERSION] = version;
    customElements.define(tag, element);
  } else if (known[VERSION] !== version) {
    const other = known[VERSION] ? `version ${known[VERSION]}` : 'something else';
    console.warn(
      `[portal] <${tag}> is already ${other} on this page; version ${version} of Casefront is not used.`,
    );
  }
}
