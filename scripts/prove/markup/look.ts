/** What is looked at in a page. These functions run there. */
import type { Page } from 'playwright-core';

export interface Seen {
  /** How often something ran. */
  readonly ran: number;
  /** What the policy has stopped. */
  readonly reports: readonly string[];
  /** Attributes and elements that could run something, should anybody touch them. */
  readonly live: readonly string[];
  /** All that can be read, through all shadow roots, each element's for itself: its tag, and its text. */
  readonly texts: readonly (readonly [tag: string, text: string])[];
}

interface Watched {
  ran: number;
  readonly reports: string[];
}

/** Runs before anything else of a page does. */
export function watch(): void {
  const watched: Watched = { ran: 0, reports: [] };
  const run = () => void watched.ran++;
  Object.assign(window, { watched, xss: run, alert: run, confirm: run, prompt: run, print: run });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) =>
    watched.reports.push(`${violatedDirective} ${blockedURI} ${sample}`),
  );
}

export const lookAt = (page: Page): Promise<Seen> => page.evaluate(look);

function look(): Seen {
  const live: string[] = [];
  const elementsThatRun = new Set(['iframe', 'object', 'embed', 'base', 'frame', 'applet', 'portal', 'meta']);
  const address =
    // oxlint-disable-next-line no-control-regex -- browsers drop them in front of a scheme
    /^[\s\u0000-\u001f]*(?:java|vb)script:|^[\s\u0000-\u001f]*data:(?!image\/(?:png|svg\+xml))/i;

  const readAttributes = (element: Element) => {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === 'srcdoc') live.push(`${element.localName} ${name}=${value}`);
      const isAddress = /^(?:xlink:)?href$|^(?:src|action|formaction|data|poster|srcset)$/i.test(name);
      if (isAddress && element.localName !== 'link' && address.test(value))
        live.push(`${element.localName} ${name}=${value}`);
    }
    const isOurs = element.ownerDocument.head.contains(element);
    if (!isOurs && (elementsThatRun.has(element.localName) || element.localName === 'script'))
      live.push(`<${element.localName}>`);
  };
  const read = (node: Node, pieces: string[]): void => {
    if (node instanceof Text) pieces.push(node.data);
    if (node instanceof Element) {
      readAttributes(node);
      for (const name of ['alt', 'title', 'aria-label', 'placeholder'])
        if (node.hasAttribute(name)) pieces.push(`\n${node.getAttribute(name)}\n`);
      if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement)
        pieces.push(`\n${node.value}\n`);
      if (node instanceof HTMLStyleElement) return;
      if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) read(child, pieces);
    }
    for (const child of node.childNodes) read(child, pieces);
  };
  const texts = [...document.querySelectorAll('main > section > *')].map((element) => {
    const pieces: string[] = [];
    read(element, pieces);
    return [element.localName, pieces.join('').replace(/\s+/g, ' ')] as const;
  });
  const { ran, reports } = (window as unknown as { watched: Watched }).watched;
  return { ran, reports: [...reports], live, texts };
}
