import type { Device } from '@casefront/core/contract/sessions';
import type { Profile } from '@casefront/core/contract/profile';
import { sessions } from '@casefront/core/endpoints/sessions';
import { html, nothing } from 'lit';
import { dataView, mutation, portal, query, type PortalHost } from '../state/index.ts';
import { button, formatMoment, tag, title, type Content, type HeadingLevel } from '../ui/index.ts';
import type { Leaving, Screen } from './screen.ts';

/** Where somebody is signed in; every browser can be signed out from here. */
export class DevicesScreen implements Screen {
  readonly #host: PortalHost;
  readonly #back: Leaving['back'];
  readonly #devices;
  readonly #end;
  readonly #endOthers;

  constructor(host: PortalHost, { back }: Leaving) {
    this.#host = host;
    this.#back = back;
    this.#devices = query(host, sessions.list);
    this.#end = mutation(host, sessions.end);
    this.#endOthers = mutation(host, sessions.endOthers);
  }

  render(_profile: Profile, level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    return html`${title(level, i18n.t('profile.devices'))}
    <p>${i18n.t('profile.devices-intro')}</p>
    ${dataView(this.#devices, {
      ready: ({ items }) => html`<ul class="settings" role="list">${items.map((item) => this.#row(item))}</ul>
        ${
          items.length > 1
            ? button(i18n.t('profile.devices-end-others'), {
                busy: this.#endOthers.busy && i18n.t('profile.saving'),
                click: () => void this.#endOthers.run({}),
              })
            : nothing
        }`,
    })}
    ${button(i18n.t('profile.back'), { kind: 'quiet', click: () => this.#back() })}`;
  }

  #row({ id, device, lastSeenAt, current }: Device): Content {
    const { i18n } = portal(this.#host);
    return html`<li class="setting">
      <div class="setting__words">
        <p class="setting__name">${device}</p>
        <p class="muted">${i18n.t('profile.devices-seen', { time: formatMoment(i18n, lastSeenAt) })}</p>
      </div>
      ${
        current
          ? tag(i18n.t('profile.devices-current'), 'info')
          : button(i18n.t('profile.devices-end'), {
              kind: 'quiet',
              label: i18n.t('profile.devices-end-one', { device }),
              click: () => void this.#end.run({ id }),
            })
      }
    </li>`;
  }
}
