import { firm } from './firm.ts';
import { html, type Html } from './html.ts';
import { wordmark } from './wordmark.ts';

/** One page of the site: what stands between the header and the footer, and the files that it needs besides the common ones. */
export interface Page {
  readonly title: string;
  readonly description?: string;
  readonly body: Html;
  /** Names of files in `public/css`, without the ending. */
  readonly styles?: readonly string[];
  /** Addresses of module scripts. */
  readonly scripts?: readonly string[];
  /** The address that the navigation marks as the current one. */
  readonly section?: string;
}

/** The embedded portal must follow the page it stands in, so the whole site can be had dark: `?theme=dark`. */
export type Theme = 'light' | 'dark';

const commonStyles = ['/theme-legacy.css', '/css/base.css', '/css/frame.css'];

const navigation = [
  ['/practice', 'Practice'],
  ['/people', 'People'],
  ['/contact', 'Contact'],
  ['/portal', 'Client portal'],
] as const;

export const renderPage = (page: Page, theme: Theme): string =>
  `<!doctype html>\n${html`<html lang="en" data-theme="${theme}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${page.title === firm.name ? `${firm.name}, ${firm.town}` : `${page.title} · ${firm.name}`}</title>
    ${page.description && html`<meta name="description" content="${page.description}">`}
    <meta name="color-scheme" content="${theme}">
    <link rel="icon" href="/images/icon.svg" type="image/svg+xml">
    ${commonStyles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
    ${page.styles?.map((name) => html`<link rel="stylesheet" href="/css/${name}.css">`)}
    ${page.scripts?.map((src) => html`<script type="module" src="${src}"></script>`)}
  </head>
  <body>
    <a class="firm skip-link" href="#main">Skip to the text</a>
    ${header(page.section)}
    <main id="main" tabindex="-1">${page.body}</main>
    ${footer}
  </body>
</html>`}\n`;

const header = (section?: string) => html`<header class="firm site-header">
  <div class="neatline"></div>
  <div class="site-header-inner">
    <a class="site-name" href="/">${wordmark}</a>
    <nav class="site-nav" aria-label="Site">
      <ul>
        ${navigation.map(
          ([href, words]) =>
            html`<li><a href="${href}"${section === href && html` aria-current="page"`}>${words}</a></li>`,
        )}
      </ul>
    </nav>
    <a class="site-phone" href="${firm.phoneHref}">${firm.phone}</a>
  </div>
</header>`;

const footer = html`<footer class="firm site-footer">
  <div class="site-footer-inner">
    <p class="footer-name">${firm.name}</p>
    <address>
      ${firm.street}<br>${firm.town}<br>Above the chandlery, two streets up from the ferry
    </address>
    <p>
      <a href="${firm.phoneHref}">${firm.phone}</a><br>
      <a href="mailto:${firm.email}">${firm.email}</a><br>
      ${firm.hours}
    </p>
    <ul>
      <li><a href="/portal">Client portal</a></li>
      <li><a href="/my-case">My case</a></li>
      <li><a href="/desk">Staff desk</a></li>
      <li><a href="/outbox">Demo outbox</a></li>
    </ul>
    <p class="small-print">
      Reading this page does not make us your lawyers; a signed agreement does. Please do not send the details of your
      case by email. Harborview Law, Port Ellery and the people on these pages are invented to show Casefront at work.
    </p>
  </div>
  <div class="neatline"></div>
</footer>`;
