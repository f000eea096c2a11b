import type { Dashboard } from '@casefront/core';
import type { PortalClient } from '@casefront/core/client';
import { dashboard } from '@casefront/core/endpoints/dashboard';
import { html, LitElement } from 'lit';
import { eventItem, eventStyles } from '../calendar/event-item.ts';
import { actionStyles } from '../cases/action-row.ts';
import { caseRow, caseRowStyles } from '../cases/case-row.ts';
import { later } from '../portal/later.ts';
import { dataView, portal, query } from '../state/index.ts';
import { base } from '../theme/index.ts';
import {
  below,
  focusTitle,
  link,
  list,
  section,
  skeleton,
  title,
  ui,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';
import { contact, contactStyles } from './contact.ts';
import { next } from './next.ts';
import { columnsOf, sectionsOf, type DashboardSection } from './sections.ts';
import { styles } from './styles.ts';
import { tasks } from './tasks.ts';

/**
 * The first screen: what to do, what happens next, the cases, the dates and the news, in one request.
 *
 * @slot before - Above everything: a word of welcome from the firm.
 * @slot after - Below everything.
 * @slot - Shown by the page itself until the element is defined.
 * @fires {CustomEvent<NavigateDetail>} portal-navigate - A link of it was followed; prevent it to go there yourself.
 * @csspart title - The greeting.
 * @csspart column - A column of sections on a wide page.
 * @csspart section - A section with its heading (`section__header`).
 * @csspart tasks - The box of what to do.
 * @csspart row - Something to do, or a case, as a row.
 * @csspart event - A date; `tile` is its calendar leaf.
 * @csspart activity - The list of what happened.
 * @csspart contact - How to reach the firm, in a `card`.
 */
export class PortalDashboard extends LitElement {
  static override styles = [base, ui, actionStyles, caseRowStyles, eventStyles, contactStyles, styles];
  static override properties = {
    api: {},
    client: { attribute: false },
    sections: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;
  /**
   * Which sections to show, in which order: `checklist tasks next cases events activity contact`. The checklist goes
   * when it is finished. On a wide page the first of `events`, `activity` and `contact` begins a second column.
   */
  sections?: string;
  /** Level of the first heading, 1 to 3. */
  headingLevel: HeadingLevel = 2;

  #allTasks = false;

  readonly #portal = portal(this);
  readonly #dashboard = query(this, dashboard.get);
  /** The end of the page: its sentences come after the first picture. */
  readonly #activity = later(this, () => import('./activity.ts'));
  /** For those who are new; everybody else does without. */
  readonly #gettingStarted = later(this, () => import('../checklist/on-dashboard.ts'));
  /** Whether the person was given a checklist on this page: it says a word itself when it is finished. */
  #started = false;

  /** Begins reading at the title. */
  override focus(options?: FocusOptions): void {
    focusTitle(this.renderRoot, options);
  }

  override render() {
    return html`<div class="dashboard">
      <slot name="before"></slot>
      ${dataView(this.#dashboard, {
        skeleton: { shape: 'card', count: 3 },
        ready: (data) => this.#ready(data),
      })}
      <slot name="after"></slot>
    </div>`;
  }

  #ready(data: Dashboard): Content {
    const name = this.#portal.session?.person.name ?? '';
    const columns = columnsOf(sectionsOf(this.sections));
    return html`${title(this.headingLevel, this.#portal.i18n.t('dashboard.title', { name }))}
      <div class="columns" part="columns">
        ${columns.map(
          (sections) =>
            html`<div class="column" part="column">${sections.map((name) => this.#section(name, data))}</div>`,
        )}
      </div>`;
  }

  #section(name: DashboardSection, data: Dashboard): Content {
    const { i18n } = this.#portal;
    if (name === 'checklist') return this.#checklist(data);
    if (name === 'cases' && !data.cases.length) return undefined;
    // The next date already stands under "What happens next".
    const later = sectionsOf(this.sections).includes('next') ? data.events.slice(1) : data.events;
    if (name === 'events' && !later.length) return undefined;
    const bodies: Record<Exclude<DashboardSection, 'checklist'>, () => Content> = {
      tasks: () => tasks(this.#portal, data, { all: this.#allTasks, showAll: this.#showAll }),
      next: () => next(this.#portal, data),
      cases: () => list(data.cases.map((item) => caseRow(this.#portal, item))),
      events: () => later.map((event) => eventItem(i18n, event)),
      activity: () =>
        this.#activity()?.recent(this.#portal, data.activity) ?? skeleton(i18n, { shape: 'text', count: 3 }),
      contact: () => contact(this.#portal),
    };
    const action =
      name === 'cases'
        ? link(i18n.t('dashboard.all-cases'), { href: this.#portal.href('cases') })
        : undefined;
    return section(
      { id: name, title: i18n.t(`dashboard.${name}`), level: below(this.headingLevel), action },
      bodies[name](),
    );
  }

  #checklist({ checklist }: Dashboard): Content {
    this.#started ||= checklist !== null;
    if (!this.#started) return undefined;
    return (
      this.#gettingStarted()?.gettingStarted(this, checklist) ??
      skeleton(this.#portal.i18n, { shape: 'card', count: 2 })
    );
  }

  readonly #showAll = () => {
    this.#allTasks = true;
    this.requestUpdate();
  };
}
