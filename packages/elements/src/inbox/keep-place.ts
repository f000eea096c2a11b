/**
 * Remembers where an element is on the screen. Call the result after something was added above it: the page scrolls by
 * what the element has moved. Browsers with scroll anchoring have done that already, except at the very top.
 */
export function keepPlace(element: Element | null | undefined): () => void {
  const before = element?.getBoundingClientRect().top;
  return () => {
    if (before === undefined || !element?.isConnected) return;
    scrollerOf(element).scrollBy({ top: element.getBoundingClientRect().top - before, behavior: 'instant' });
  };
}

/** The nearest ancestor that scrolls, across shadow roots; else the page. */
function scrollerOf(element: Element): Element {
  for (let node = parentOf(element); node; node = parentOf(node)) {
    if (node.scrollHeight > node.clientHeight && /auto|scroll/.test(getComputedStyle(node).overflowY))
      return node;
  }
  return document.scrollingElement ?? document.documentElement;
}

function parentOf(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  const { parentNode } = node;
  return parentNode instanceof ShadowRoot ? parentNode.host : (parentNode as Element | null);
}
