import { css, html, nothing, type TemplateResult } from 'lit';
import type { Portal } from '../state/index.ts';
import { buttonLink, card, icon, phoneLink, type Content } from '../ui/index.ts';
import { clockIcon, mailIcon, mapPinIcon, messageSquareIcon, phoneIcon } from '../ui/icons.ts';

/** How to reach the firm, by name. */
export function contact(portal: Portal): TemplateResult | typeof nothing {
  const { firm, i18n, session } = portal;
  if (!firm) return nothing;
  const { phone, email, hours, address } = firm.contact;
  return card(html`<p class="contact__firm" part="contact__firm">${firm.name}</p>
    <ul class="contact" part="contact" role="list">
      ${line(phoneIcon, phoneLink(phone))}
      ${line(mailIcon, html`<a class="link" part="link" href=${`mailto:${email}`}>${email}</a>`)}
      ${line(clockIcon, hours)} ${line(mapPinIcon, address)}
    </ul>
    ${
      session?.capabilities.includes('messages.send')
        ? html`<p>
            ${buttonLink(i18n.t('dashboard.send-message'), {
              href: portal.href('compose'),
              icon: messageSquareIcon,
            })}
          </p>`
        : nothing
    }`);
}

const line = (node: Parameters<typeof icon>[0], words: Content) =>
  words ? html`<li>${icon(node)}<span>${words}</span></li>` : nothing;

export const contactStyles = css`
  .contact__firm {
    font-family: var(--_font-heading);
    font-weight: 600;
  }
  .contact {
    display: grid;
    gap: 0.5em;
  }
  .contact li {
    display: flex;
    gap: 0.625em;
  }
  .contact .icon {
    margin-block-start: 0.125em;
    color: var(--_text-muted);
  }
`;
