import { html, type Hole } from './html.ts';

const address = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/g;

/** Plain text with its web addresses made into links; everything else stays text. */
export function linked(text: string): Hole {
  const parts: Hole[] = [];
  let end = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    parts.push(text.slice(end, index), html`<a href="${url}">${url}</a>`);
    end = index + url.length;
  }
  return [...parts, text.slice(end)];
}
