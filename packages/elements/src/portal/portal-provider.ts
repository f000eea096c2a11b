import { css, html, LitElement } from 'lit';
import type { PortalClient } from '@casefront/core/client';
import { provide } from './provide.ts';

/**
 * Connects the elements inside it to a portal: who the firm is, who is signed in, in which language and colours.
 * Takes no room of its own, but for the bar that says to somebody of the firm that they look as a client does.
 *
 * @slot - The elements, anywhere between the page's own text.
 * @fires {CustomEvent} portal-session-expired - The session ended on the server.
 */
export class PortalProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([hidden]) {
      display: none;
    }
    :host([color-scheme='light']) {
      color-scheme: light;
    }
    :host([color-scheme='dark']) {
      color-scheme: dark;
    }
  `;
  static override properties = {
    api: {},
    client: { attribute: false },
    brand: {},
    language: { attribute: 'lang' },
    view: {},
    home: {},
    getToken: { attribute: false },
  };

  /** Where the server is mounted: `/portal-api`. */
  api?: string;
  /** A client of the page's own, instead of `api`. */
  client?: PortalClient;
  /** The firm's colour, `#1f4b6e`; the one the firm has set on the server unless given. */
  brand?: string;
  /** Language of the words, `es`. The person's own choice goes before it. */
  language?: string;
  /** Address of the page with `<client-portal>`, where links lead. The page they are on unless given. */
  home?: string;
  /**
   * For a page that has signed its visitor in itself: fetches a token from the page's own backend. Called while nobody is
   * signed in to the portal; no token leaves it at that.
   */
  getToken?: () => Promise<string | undefined>;

  /**
   * For members of the firm: the leave to look at the portal as a client sees it, `view_…`. It goes along with every
   * request; whoever looks can read, and nothing counts.
   */
  view?: string;

  constructor() {
    super();
    provide(this);
  }

  override render() {
    return html`<slot></slot>`;
  }
}
