import type { PortalClient } from '@casefront/core/client';
import type { Session } from '@casefront/core/contract/session';
import { css, html } from 'lit';
import { define } from '../define/define.ts';
import { Prove } from '../factors/prove.ts';
import { factorStyles } from '../factors/styles.ts';
import { portal, type PortalHost } from '../state/index.ts';
import { button, dialog, dialogStyles, type Content } from '../ui/index.ts';
import { LightElement } from './light-element.ts';

/** Asks once more who is there. In light DOM, where password managers see it. */
class StepUp extends LightElement implements PortalHost {
  static override properties = { api: {}, client: { attribute: false }, brand: {}, view: {} };

  api?: string;
  client?: PortalClient;
  brand?: string;
  view?: string;
  answer: (proved: boolean) => void = () => {};

  protected readonly styles = [dialogStyles, factorStyles, place];
  readonly #portal = portal(this);
  readonly #prove = new Prove(this, {
    session: () => this.#portal.session,
    done: (session) => this.#done(session),
    beside: () => button(this.#portal.i18n.t('prove.cancel'), { click: () => this.answer(false) }),
  });

  override render(): Content {
    const { i18n, session } = this.#portal;
    if (session === null) this.answer(false); // it has ended meanwhile, and the portal says so
    return html`<div slot="form">
      ${dialog(i18n, {
        id: 'portal-proof',
        open: true,
        title: i18n.t('prove.title'),
        body: html`<p>${i18n.t('prove.body')}</p>
          ${this.#prove.render()}`,
        close: () => this.answer(false),
      })}
    </div>`;
  }

  /** The browser would begin with what is there for password managers only. */
  protected override firstUpdated(): void {
    queueMicrotask(() => this.querySelector<HTMLElement>('.control')?.focus());
  }

  #done(session: Session): void {
    this.#portal.state?.renew(session);
    this.answer(true);
  }
}

/** Only the dialog shows, in the top layer. */
const place = css`
  :host {
    display: contents;
  }
`;

const TAG = 'portal-step-up';
define(TAG, StepUp);

/**
 * Shows the dialog, and resolves with whether the person has proved who they are.
 *
 * @param hosts the elements of the portal: it hangs beside the last one that is on the page, in its colours
 */
export async function askWhoIsThere(hosts: readonly HTMLElement[]): Promise<boolean> {
  const host = outermost(hosts.findLast(({ isConnected }) => isConnected));
  if (!host) return false;
  const element = document.createElement(TAG) as StepUp;
  const answered = new Promise<boolean>((resolve) => {
    element.answer = resolve;
  });
  // A whole portal has a place for it inside, where it finds its state by context, as it does inside a provider.
  if (host.shadowRoot?.querySelector('slot[name=over]'))
    host.append(Object.assign(element, { slot: 'over' }));
  else {
    const { api, client, brand, view } = host as PortalHost;
    host.after(Object.assign(element, { api, client, brand, view }));
  }
  const proved = await answered;
  element.querySelector('dialog')?.close(); // which gives the focus back
  element.remove();
  return proved;
}

/** Out of every shadow root. */
function outermost(element: HTMLElement | undefined): HTMLElement | undefined {
  const root = element?.getRootNode();
  return root instanceof ShadowRoot ? outermost(root.host as HTMLElement) : element;
}
