import type { PortalClient } from '@casefront/core/client';
import type { Checklist } from '@casefront/core/contract/checklist';
import { checklist } from '@casefront/core/endpoints/checklist';
import { dashboard } from '@casefront/core/endpoints/dashboard';
import { html, LitElement, nothing } from 'lit';
import english from '../locales/en.checklist.json' with { type: 'json' };
import { addEnglish, errorMessage } from '../locales/index.ts';
import { dataView, mutation, portal, query } from '../state/index.ts';
import { base } from '../theme/index.ts';
import { button, card, icon, list, notice, section, ui, type Content } from '../ui/index.ts';
import { circleCheckIcon } from '../ui/icons.ts';
import { stepsOf, type Tickable } from './steps.ts';
import { stepRow } from './step-row.ts';
import { styles } from './styles.ts';

addEnglish(english);

/** What shows the list. */
const touches = [checklist.get, dashboard.get];

/**
 * The first steps in a new portal, until all are done or the person puts the list away. Nothing is ticked before the
 * server says so. `<portal-dashboard>` shows it by itself.
 *
 * @slot - Shown by the page itself until the element is defined.
 * @fires {CustomEvent<NavigateDetail>} portal-navigate - A link of it was followed; prevent it to go there yourself.
 * @csspart section - The list with its heading (`section__header`).
 * @csspart progress - How many are done, in words.
 * @csspart row - One step.
 * @csspart how - How it is done, behind a disclosure.
 * @csspart gone - What is said in place of a list that was just finished.
 */
export class PortalGettingStarted extends LitElement {
  static override styles = [base, ui, styles];
  static override properties = {
    api: {},
    client: { attribute: false },
    list: { attribute: false },
    showTasks: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted; not needed inside a `<portal-provider>`. */
  api?: string;
  /** A client of your own, in place of `api`. */
  client?: PortalClient;
  /** The list, where the page has it already; null when it is finished. The element asks for it unless given. */
  list?: Checklist | null;
  /** Takes the person to what there is to do, on a page that shows it. A link to the first screen unless given. */
  showTasks?: () => void;
  /** Level of the heading, 1 to 4. */
  headingLevel: 1 | 2 | 3 | 4 = 2;

  readonly #portal = portal(this);
  readonly #asked = query(this, checklist.get, () => this.list === undefined && {});
  /** Two of them: a link may be followed while a button is at work. */
  readonly #followed = mutation(this, checklist.tick, { touches });
  readonly #pressed = mutation(this, checklist.tick, { touches });
  /** What was ticked here last, and by whom: a list that they have finished does not go without a word. */
  #last: { readonly what: Tickable | 'all'; readonly by: string | undefined } | undefined;

  /** Begins reading at the heading, or at what stands in place of the list. */
  override focus(options?: FocusOptions): void {
    const begin = this.renderRoot.querySelector<HTMLElement>('.section__title, .gone');
    begin?.setAttribute('tabindex', '-1');
    begin?.focus(options);
  }

  override render() {
    if (this.list !== undefined) return this.#portal.ready ? this.#show(this.list) : nothing;
    return dataView(this.#asked, {
      skeleton: { shape: 'card', count: 1 },
      ready: (list) => this.#show(list),
    });
  }

  #show(checklist: Checklist | null): Content {
    if (!checklist || checklist.finished) return this.#gone();
    const { i18n } = this.#portal;
    const items = stepsOf(checklist);
    const done = items.filter((item) => item.done).length;
    const progress = i18n.t('checklist.progress', { done, all: items.length });
    const rows = items.map((item) =>
      stepRow(this.#portal, item, {
        follow: (event) => this.#follow(event, item.ticks),
        tick: (what) => void this.#tick(what),
        busy: this.#busy(item.ticks),
      }),
    );
    return section(
      {
        id: 'getting-started',
        title: i18n.t('checklist.title'),
        level: this.headingLevel,
        action: html`<p class="muted" part="progress" role="status">${progress}</p>`,
      },
      card(
        html`${list(rows)} ${this.#problem()} ${button(i18n.t('checklist.put-away'), {
          kind: 'quiet',
          busy: this.#busy('all'),
          click: () => void this.#tick('all'),
        })}`,
      ),
    );
  }

  #problem(): Content {
    const error = this.#pressed.error ?? this.#followed.error;
    if (!error) return nothing;
    const { i18n } = this.#portal;
    return notice(errorMessage(i18n, error), { tone: 'danger', title: i18n.t('checklist.not-saved') });
  }

  /** What is said to whoever has just finished the list. */
  #gone(): Content {
    const { i18n, session } = this.#portal;
    if (!this.#last || this.#last.by !== session?.person.id) return nothing;
    const words = i18n.t(this.#last.what === 'all' ? 'checklist.put-away-done' : 'checklist.finished');
    return html`<p class="gone" part="gone" role="status">${icon(circleCheckIcon)} ${words}</p>`;
  }

  #busy(what: Tickable | 'all' | undefined): string | false {
    return this.#pressed.busy && this.#last?.what === what && this.#portal.i18n.t('checklist.saving');
  }

  #follow(event: MouseEvent, what: Tickable | undefined): void {
    if (!what) return;
    this.#remember(what);
    void this.#followed.run({ what });
    if (what !== 'tasks' || !this.showTasks) return;
    event.preventDefault();
    this.showTasks();
  }

  async #tick(what: Tickable | 'all'): Promise<void> {
    if (this.#pressed.busy) return;
    this.#remember(what);
    await this.#pressed.run({ what });
    await this.updateComplete;
    // The button went with what it ticked.
    if (!document.activeElement || document.activeElement === document.body) this.focus();
  }

  #remember(what: Tickable | 'all'): void {
    this.#last = { what, by: this.#portal.session?.person.id };
  }
}
