import type { PortalClient } from '@casefront/core/client';
import type { Profile } from '@casefront/core/contract/profile';
import { profile as routes } from '@casefront/core/endpoints/profile';
import { html, LitElement, nothing } from 'lit';
import { factorStyles } from '../factors/styles.ts';
import english from '../locales/en.profile.json' with { type: 'json' };
import { addEnglish, errorMessage, type Key } from '../locales/index.ts';
import { dataView, portal, query } from '../state/index.ts';
import { base } from '../theme/index.ts';
import {
  below,
  button,
  focusTitle,
  formatDate,
  notice,
  section,
  title,
  ui,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';
import { choiceStyles } from '../ui/choice.ts';
import { saveFile } from '../ui/save-file.ts';
import { valueOf, type FieldName } from './fields.ts';
import type { Screen } from './screen.ts';
import { groups, groupTitles, type Group, type Setting } from './settings.ts';
import { styles } from './styles.ts';

addEnglish(english);

/** What has changed, or why it could not be done. */
interface News {
  readonly words: string;
  readonly failed?: boolean;
}

/**
 * What a person says about themselves and how they want the portal: details, language, notices, password, second factor,
 * devices, and a copy of their data. A list of what is set, and a screen for each change.
 *
 * @slot - Shown by the page itself until the element is defined.
 * @csspart title - “Your profile”.
 * @csspart section - A group of settings.
 * @csspart setting - One setting: its name, what it is now, and the way to change it.
 */
export class PortalProfile extends LitElement {
  static override styles = [base, ui, choiceStyles, factorStyles, styles];
  static override properties = {
    api: {},
    client: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;
  /** Level of the first heading, 1 to 3. */
  headingLevel: HeadingLevel = 2;

  readonly #portal = portal(this);
  readonly #profile = query(this, routes.get);
  #screen: Screen | undefined;
  #news: News | undefined;
  #saving = false;

  /** Begins reading at the title. */
  override focus(options?: FocusOptions): void {
    focusTitle(this.renderRoot, options);
  }

  override render() {
    return html`<div class="profile">
      ${dataView(this.#profile, {
        ready: (profile) =>
          this.#screen
            ? html`<div class="screen stack" part="screen">
                ${this.#screen.render(profile, this.headingLevel)}
              </div>`
            : this.#list(profile),
      })}
    </div>`;
  }

  #list(profile: Profile): Content {
    const { i18n } = this.#portal;
    return html`${title(this.headingLevel, i18n.t('profile.title'))}
    ${this.#news ? notice(this.#news.words, { tone: this.#news.failed ? 'danger' : 'success' }) : nothing}
    ${(Object.keys(groups) as Group[]).map((group) =>
      section(
        { id: group, title: i18n.t(groupTitles[group]), level: below(this.headingLevel) },
        html`<ul class="settings" role="list">
          ${groups[group].map((setting) => this.#row(setting, profile))}
        </ul>`,
      ),
    )}
    ${section(
      { id: 'data', title: i18n.t('profile.data'), level: below(this.headingLevel) },
      html`<p>${i18n.t('profile.data-intro')}</p>
        <p>
          ${button(i18n.t('profile.data-save'), {
            busy: this.#saving && i18n.t('profile.data-saving'),
            click: () => void this.#saveData(),
          })}
        </p>`,
    )}`;
  }

  #row(setting: Setting, profile: Profile): Content {
    const { i18n } = this.#portal;
    const name = i18n.t(`profile.${setting}` as Key);
    const locked = (profile.locked as readonly string[]).includes(setting);
    return html`<li class="setting" part="setting">
      <div class="setting__words">
        <p class="setting__name">${name}</p>
        <p class="setting__value">${this.#value(setting, profile)}</p>
        ${locked ? html`<p class="muted">${i18n.t('profile.locked', { firm: this.#portal.firm?.name ?? '' })}</p>` : nothing}
      </div>
      ${
        locked
          ? nothing
          : button(i18n.t('profile.change'), {
              kind: 'quiet',
              label: i18n.t('profile.change-one', { name }),
              click: () => void this.#open(setting),
            })
      }
    </li>`;
  }

  #value(setting: Setting, profile: Profile): Content {
    const { i18n } = this.#portal;
    switch (setting) {
      case 'email':
        return profile.email;
      case 'password':
        return profile.passwordChangedAt
          ? i18n.t('profile.password-since', {
              day: formatDate(i18n, profile.passwordChangedAt.slice(0, 10)),
            })
          : i18n.t('profile.password-none');
      case 'factors':
        return this.#factors() || i18n.t('profile.factors-none');
      case 'devices':
        return i18n.t('profile.devices-short');
      case 'notices': {
        const count = profile.notices.filter(({ on }) => !on).length;
        return count === 0 ? i18n.t('profile.notices-all') : i18n.t('profile.notices-some', { count });
      }
      default:
        return valueOf(this, setting satisfies FieldName, profile) ?? i18n.t('profile.missing');
    }
  }

  /** What the viewer has beside the password, by name. */
  #factors(): string {
    const { i18n, session } = this.#portal;
    const names = { totp: 'profile.factors-totp', passkey: 'profile.factors-passkeys' } as const;
    return (Object.keys(names) as (keyof typeof names)[])
      .filter((factor) => session?.factors.includes(factor))
      .map((factor) => i18n.t(names[factor]))
      .join(', ');
  }

  async #open(setting: Setting): Promise<void> {
    this.#news = undefined;
    try {
      const { openScreen } = await import('./screens.ts');
      this.#screen = openScreen(this, setting, {
        back: (news) => {
          this.#screen = undefined;
          this.#tell(news === undefined ? undefined : { words: news });
        },
      });
      this.#tell(undefined);
    } catch {
      this.#tell({ words: errorMessage(this.#portal.i18n, { code: 'network' }), failed: true });
    }
  }

  async #saveData(): Promise<void> {
    const { state, i18n } = this.#portal;
    if (!state || this.#saving) return;
    this.#saving = true;
    this.requestUpdate();
    try {
      const data = await state.client.call(routes.data);
      saveFile(`${i18n.t('profile.data-file')}.json`, JSON.stringify(data, undefined, 2), 'application/json');
      this.#tell({ words: i18n.t('profile.data-saved') });
    } catch (error) {
      this.#tell({ words: errorMessage(i18n, error), failed: true });
    } finally {
      this.#saving = false;
      this.requestUpdate();
    }
  }

  /** Another screen, or news on this one: whoever listens begins at its title. */
  #tell(news: News | undefined): void {
    this.#news = news;
    this.requestUpdate();
    void this.updateComplete.then(() => this.focus());
  }
}
