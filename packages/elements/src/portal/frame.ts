import { css, html, nothing, type TemplateResult } from 'lit';
import { languages } from '../locales/index.ts';
import type { Portal } from '../state/index.ts';
import { button, phoneLink, safeUrl } from '../ui/index.ts';
import { globeIcon, logOutIcon } from '../ui/icons.ts';

/** The head of the portal: whose it is, who is signed in, and the way out. */
export function header(
  portal: Portal,
  { busy, signOut }: { busy: boolean; signOut: () => void },
): TemplateResult {
  const { i18n, session } = portal;
  return html`<div class="head" part="head">
    ${firmName(portal)}
    ${
      session && !session.viewedBy
        ? html`<div class="account" part="account">
            <p class="account__name muted">${i18n.t('nav.signed-in', { name: session.person.name })}</p>
            <portal-firms></portal-firms>
            ${button(i18n.t('nav.sign-out'), {
              kind: 'quiet',
              icon: logOutIcon,
              busy: busy && i18n.t('nav.signing-out'),
              click: signOut,
            })}
          </div>`
        : nothing
    }
  </div>`;
}

/** The firm's own logo; its name where it has none; neither where people may be watched. */
function firmName({ firm, i18n }: Portal): TemplateResult | typeof nothing {
  if (!firm) return nothing;
  const name = firm.safety ? i18n.t('nav.label') : firm.name;
  const logo = firm.safety ? '' : safeUrl(firm.branding.logoUrl);
  return html`<p class="firm" part="firm">
    ${logo ? html`<img class="firm__logo" part="firm__logo" src=${logo} alt=${name} />` : name}
  </p>`;
}

/** The foot: how to reach the firm without the portal (the sign-in form says it too), and the other languages. */
export const footer = (portal: Portal): TemplateResult =>
  html`<div class="foot" part="foot">
    ${
      portal.firm && portal.session
        ? html`<p>
            ${portal.i18n.rich<string | TemplateResult>('nav.help', {
              phone: phoneLink(portal.firm.contact.phone),
              hours: portal.firm.contact.hours,
            })}
          </p>`
        : nothing
    }
    <div class="languages" role="group" aria-label=${portal.i18n.t('nav.language')}>
      ${Object.entries(languages).map(([language, { name }]) =>
        portal.i18n.language.split('-')[0] === language
          ? nothing
          : html`<span lang=${language}
              >${button(name, { kind: 'quiet', icon: globeIcon, click: () => void portal.state?.speak(language) })}</span
            >`,
      )}
    </div>
  </div>`;

export const frameStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1em;
    align-items: center;
    justify-content: space-between;
    min-block-size: 3.75em;
    padding: 0.375em var(--_inset);
    border-block-end: var(--_line-width) solid var(--_border);
  }
  .firm {
    font-family: var(--_font-heading, inherit);
    font-weight: 600;
    line-height: 1.25;
  }
  .firm__logo {
    display: block;
    max-block-size: 2.5em;
    max-inline-size: 14em;
  }
  .account {
    display: flex;
    gap: 0.5em;
    align-items: center;
    margin-inline: auto -0.5em;
  }
  .account .button,
  .languages .button {
    padding-inline: 0.5em;
  }
  .account__name,
  .account .icon {
    display: none;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: center;
    justify-content: space-between;
    padding: 0.625em var(--_inset);
    border-block-start: var(--_line-width) solid var(--_border);
    color: var(--_text-muted);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    margin-inline: -0.5em;
  }
  @container (min-width: 48em) {
    .firm {
      font-size: 1.125em;
    }
    .account__name,
    .account .icon {
      display: block;
    }
    .languages {
      margin-inline-start: auto;
    }
  }
`;
