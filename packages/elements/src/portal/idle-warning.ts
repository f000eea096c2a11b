import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import words from '../locales/en.session.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { portal, type Portal } from '../state/index.ts';
import { addStyles } from '../theme/index.ts';
import { button, dialog, dialogStyles, type Content } from '../ui/index.ts';

addEnglish(words);

/** How long before the end the warning comes: enough to notice, read and answer it (WCAG 2.2.1). Milliseconds. */
const WARNING = 2 * 60_000;
/** The server writes down acts to the minute, so its clock may be this far ahead of ours. Milliseconds. */
const SLACK = 60_000;
/** The other times at which it is said: read out three times, not every second. Milliseconds. */
const MINUTE = 60_000;
const LAST_CALL = 20_000;

/**
 * Warns before a session ends for lack of acts, and keeps it with one press. The tabs of a browser share a session, so
 * an act in one of them counts for all.
 */
export class IdleWarning implements ReactiveController {
  readonly #host: LitElement;
  readonly #portal: Portal;
  #timer: ReturnType<typeof setInterval> | undefined;
  #tabs: BroadcastChannel | undefined;
  #told = 0;
  #said: number | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#portal = portal(host);
    addStyles(host, dialogStyles);
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#tick(), 1_000);
    this.#tabs = new BroadcastChannel(`casefront ${this.#portal.state?.client.api}`);
    this.#tabs.addEventListener('message', ({ data }: MessageEvent<number>) => {
      this.#told = data;
      this.#portal.state?.actedAt(data);
    });
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#tabs?.close();
  }

  render(): Content {
    const { i18n, session } = this.#portal;
    if (session?.viewedBy) return nothing; // whoever looks as a client has a session of their own
    const said = session ? this.#said : undefined;
    const time =
      said === undefined || said >= MINUTE
        ? i18n.t('session.warning-minutes', { count: Math.round((said ?? 0) / MINUTE) })
        : i18n.t('session.warning-seconds', { count: said / 1000 });
    return dialog(i18n, {
      id: 'idle',
      open: said !== undefined,
      title: i18n.t('session.warning'),
      body: html`<p role="status">${said === undefined ? nothing : time}</p>`,
      actions: button(i18n.t('session.stay'), { kind: 'primary', click: () => void this.#stay() }),
      close: () => void this.#stay(),
    });
  }

  #tick(): void {
    const { state, session } = this.#portal;
    if (!state || !session || session.viewedBy) return this.#say(undefined);
    if (state.lastAct > this.#told) {
      this.#told = state.lastAct;
      this.#tabs?.postMessage(state.lastAct);
    }
    const left = state.lastAct + session.idleSeconds * 1000 - SLACK - Date.now();
    if (left <= 0) void state.load(); // the server says whether it has ended
    this.#say(left > WARNING ? undefined : left > MINUTE ? WARNING : left > LAST_CALL ? MINUTE : LAST_CALL);
  }

  #say(milliseconds: number | undefined): void {
    if (milliseconds === this.#said) return;
    this.#said = milliseconds;
    this.#host.requestUpdate();
  }

  async #stay(): Promise<void> {
    if (this.#said === undefined || !this.#portal.session) return;
    await this.#portal.state?.extend().catch(() => {}); // the next tick says if it did not help
    this.#tick();
  }
}
