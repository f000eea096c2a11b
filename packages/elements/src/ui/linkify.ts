import { html, type TemplateResult } from 'lit';

// Only https; ends before closing punctuation, so that "(see https://a.example/b)." links the address alone.
const address = /https:\/\/[^\s<>"'“”‘’]+/gi;

/** Plain text with its https addresses as links. Text stays text: there is no way for markup to come out of this. */
export function linkify(text: string): (string | TemplateResult)[] {
  const pieces: (string | TemplateResult)[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const url = trim(found);
    if (!URL.canParse(url) || !new URL(url).hostname.includes('.')) continue;
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push(
      html`<a class="link" part="link" href=${url} target="_blank" rel="noopener noreferrer">${url}</a>`,
    );
    from = index + url.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** Without the punctuation of the sentence around it; a closing bracket stays when the address opened it. */
function trim(url: string): string {
  let end = url.length;
  let spare = count(url, ')') - count(url, '(');
  for (; end > 0; end--) {
    const last = url[end - 1]!;
    if (last === ')' && spare > 0) spare--;
    else if (!'.,;:!?…*_]}'.includes(last)) break;
  }
  return url.slice(0, end);
}

const count = (text: string, letter: string) => text.split(letter).length - 1;
