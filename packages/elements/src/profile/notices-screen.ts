import { noticeChannels, noticeKinds } from './notice-names.ts';
import type { NoticePreference, Profile } from '@casefront/core/contract/profile';
import { profile as routes } from '@casefront/core/endpoints/profile';
import { html } from 'lit';
import { errorMessage, type Key } from '../locales/index.ts';
import { mutation, portal, type PortalHost } from '../state/index.ts';
import { button, checkboxes, notice, title, type Content, type HeadingLevel } from '../ui/index.ts';
import type { Leaving, Screen } from './screen.ts';

/** What somebody is told about, and how. */
export class NoticesScreen implements Screen {
  readonly #host: PortalHost;
  readonly #back: Leaving['back'];
  readonly #save;
  #chosen: readonly NoticePreference[] | undefined;

  constructor(host: PortalHost, { back }: Leaving) {
    this.#host = host;
    this.#back = back;
    this.#save = mutation(host, routes.update);
  }

  render({ notices }: Profile, level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    const chosen = this.#chosen ?? notices;
    const { error } = this.#save;
    return html`${title(level, i18n.t('profile.notices'))}
      <p>${i18n.t('profile.notices-intro')}</p>
      ${error ? notice(errorMessage(i18n, error), { tone: 'danger' }) : undefined}
      ${noticeKinds.map((kind) =>
        checkboxes(i18n, {
          id: `portal-notice-${kind}`,
          label: i18n.t(`profile.notices-${kind}` as Key),
          choices: noticeChannels.map((channel) => ({
            value: channel,
            label: i18n.t(`profile.notices-${channel}` as Key),
          })),
          values: chosen.filter((one) => one.kind === kind && one.on).map(({ channel }) => channel),
          change: (channels) => {
            this.#chosen = chosen.map((one) =>
              one.kind === kind ? { ...one, on: channels.includes(one.channel) } : one,
            );
            this.#host.requestUpdate();
          },
        }),
      )}
      <div class="form__actions">
        ${button(i18n.t('profile.save'), {
          kind: 'primary',
          busy: this.#save.busy && i18n.t('profile.saving'),
          click: () => void this.#send(chosen),
        })}
        ${button(i18n.t('profile.cancel'), { kind: 'quiet', click: () => this.#back() })}
      </div>`;
  }

  async #send(chosen: readonly NoticePreference[]): Promise<void> {
    const notices = chosen.filter(isKnown);
    if (await this.#save.run({ notices })) this.#back(portal(this.#host).i18n.t('profile.saved'));
  }
}

type Known = { kind: (typeof noticeKinds)[number]; channel: (typeof noticeChannels)[number]; on: boolean };

/** A newer server may know kinds that this version has no words for: they stay as they are. */
const isKnown = (one: NoticePreference): one is Known =>
  noticeKinds.some((kind) => kind === one.kind) && noticeChannels.some((channel) => channel === one.channel);
