import { css, html, type TemplateResult } from 'lit';
import { safeUrl } from './url.ts';

/** A person's photo, or their initials. The name always stands beside it, so it is silent. */
export function avatar({
  name,
  photoUrl,
}: {
  readonly name: string;
  readonly photoUrl?: string | null;
}): TemplateResult {
  const photo = safeUrl(photoUrl);
  return photo
    ? html`<img class="avatar" part="avatar" src=${photo} alt="" width="40" height="40" loading="lazy" decoding="async" />`
    : html`<span class="avatar" part="avatar" aria-hidden="true">${initials(name)}</span>`;
}

/** First letters of the first and the last name, by grapheme: `María José Ñúñez` is `MÑ`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => ([...word][0] ?? '').toLocaleUpperCase()).join('');
}

export const avatarStyles = css`
  .avatar {
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    background-color: var(--_brand-tint);
    color: var(--_on-brand-tint);
    font-weight: 600;
    object-fit: cover;
  }
`;
