import type { Case } from '@casefront/core';
import type { PortalClient } from '@casefront/core/client';
import { cases } from '@casefront/core/endpoints/cases';
import { html, LitElement, nothing } from 'lit';
import english from '../locales/en.cases.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { seen } from '../notifications/seen.ts';
import { dataView, here, portal, query } from '../state/index.ts';
import { base } from '../theme/index.ts';
import {
  below,
  buttonLink,
  card,
  focusTitle,
  icon,
  link,
  section,
  stepsStyles,
  tag,
  title,
  ui,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';
import { arrowLeftIcon, messageSquareIcon } from '../ui/icons.ts';
import { actionBox, actionStyles } from './action-row.ts';
import { caseSteps } from './case-steps.ts';
import { caseTeam, teamStyles } from './case-team.ts';
import { styles } from './styles.ts';

addEnglish(english);

/**
 * One case: where it stands in plain words, the steps that the firm shows, what the client has to do, who works on it.
 *
 * @slot - Shown by the page itself until the element is defined.
 * @fires {CustomEvent<NavigateDetail>} portal-navigate - A link of it was followed; prevent it to go there yourself.
 * @csspart title - The name of the case.
 * @csspart status - Where it stands: a tag and what that means.
 * @csspart section - A section with its heading (`section__header`).
 * @csspart step - A step; also `step--done`, `step--current`, `step--upcoming`.
 * @csspart member - Somebody of the team.
 */
export class PortalCase extends LitElement {
  static override styles = [base, ui, actionStyles, stepsStyles, teamStyles, styles];
  static override properties = {
    api: {},
    client: { attribute: false },
    caseId: { attribute: 'case-id' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;
  /** Which case. Without it the one that the page's address names, `#/cases/case_…`. */
  caseId?: string;
  /** Level of the first heading, 1 to 3. */
  headingLevel: HeadingLevel = 2;

  readonly #portal = portal(this);
  readonly #here = here(this);
  readonly #case = query(this, cases.get, () => {
    const id = this.caseId ?? (this.#here.place === 'case' ? this.#here.id : undefined);
    return id ? { id } : undefined;
  });

  constructor() {
    super();
    seen(this, () => {
      const shown = this.#case.data;
      return shown?.unseen ? { type: 'case', id: shown.id, revision: shown.revision } : undefined;
    });
  }

  /** Begins reading at the title. */
  override focus(options?: FocusOptions): void {
    focusTitle(this.renderRoot, options);
  }

  override render() {
    return html`<div class="case">
      ${dataView(this.#case, { skeleton: { shape: 'text', count: 5 }, ready: (data) => this.#ready(data) })}
    </div>`;
  }

  #ready(data: Case): Content {
    const { i18n } = this.#portal;
    const ask = this.#portal.session?.capabilities.includes('messages.send') ?? false;
    const part = (id: string, words: string, body: Content) =>
      section({ id, title: words, level: below(this.headingLevel) }, body);
    return html`${this.#header(data)}
      <div class="columns">
        <div class="column">
          ${
            data.actions.length
              ? part(
                  'actions',
                  i18n.t('cases.tasks'),
                  html`<div @click=${(event: MouseEvent) => this.#jump(event, data)}>${actionBox(this.#portal, data.actions)}</div>`,
                )
              : nothing
          }
          ${part(
            'steps',
            i18n.t('cases.steps'),
            data.steps.length
              ? caseSteps(i18n, data.steps)
              : html`<p class="muted">${i18n.t('cases.steps-empty')}</p>`,
          )}
        </div>
        <div class="column">
          ${part('team', i18n.t('cases.team'), card(html`${caseTeam(data.team)} ${ask ? this.#ask(data) : nothing}`))}
        </div>
      </div>`;
  }

  /** A step to do is on this very page: its row leads to it there. */
  #jump(event: MouseEvent, { actions, steps }: Case): void {
    const row = (event.target as Element).closest('.row');
    const action = actions[[...this.renderRoot.querySelectorAll('.tasks .row')].indexOf(row!)];
    const at = action?.kind === 'step' ? steps.findIndex(({ id }) => id === action.subjectId) : -1;
    const step = this.renderRoot.querySelectorAll<HTMLElement>('.step')[at];
    if (!step) return;
    event.preventDefault();
    step.tabIndex = -1;
    step.focus();
  }

  #header({ title: name, area, state, status }: Case): Content {
    const { i18n } = this.#portal;
    return html`<header class="header" part="header">
      <p class="header__back">
        ${link(html`${icon(arrowLeftIcon, { mirror: true })} ${i18n.t('cases.title')}`, {
          href: this.#portal.href('cases'),
        })}
      </p>
      ${title(this.headingLevel, name)}
      <p class="muted">${area}</p>
      <div class="status" part="status">
        ${tag(status.label, state === 'closed' ? 'neutral' : 'brand')}
        ${status.meaning ? html`<p>${status.meaning}</p>` : nothing}
      </div>
    </header>`;
  }

  #ask({ id, team }: Case): Content {
    const { i18n } = this.#portal;
    const [only] = team;
    const words =
      team.length === 1 && only ? i18n.t('cases.write-to', { name: only.name }) : i18n.t('cases.ask');
    return html`<p>${buttonLink(words, { href: this.#portal.href('compose', id), icon: messageSquareIcon })}</p>`;
  }
}
