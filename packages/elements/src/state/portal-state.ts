import type { PortalClient, PortalError } from '@casefront/core/client';
import type { Firm } from '@casefront/core/contract/firm';
import type { Session } from '@casefront/core/contract/session';
import { firm as firmRoutes } from '@casefront/core/endpoints/firm';
import { session as sessionRoutes } from '@casefront/core/endpoints/session';
import { createCache, type QueryCache } from '@casefront/core/queries';
import { createI18n, loadI18n, type I18n } from '../locales/index.ts';
import { watchActs } from './acts.ts';
import { Drafts } from './drafts.ts';
import { announce } from './events.ts';
import { forgetLink, keptLink, takeLink, type Errand } from './errand.ts';
import { rememberedLanguage, rememberLanguage } from './language.ts';
import { toHash, type Place } from './places.ts';
import { isOver, watchedClient } from './watched-client.ts';

/** The server writes acts down to the minute, so it need not hear of more. Milliseconds. */
const ACTS_EVERY = 60_000;

/** What a provider may say about its portal. */
export interface PortalSettings {
  /** Language of the host's choice; the person's own choice goes before it. */
  readonly lang?: string | undefined;
  /** Address of the page with `<client-portal>`, where links lead; the page they are on unless given. */
  readonly home?: string | undefined;
  /** Asks the page around for a token of whom it has signed in; without one, nobody. */
  readonly getToken?: (() => Promise<string | undefined>) | undefined;
}

/**
 * What the elements of one portal share: the client and its cache, the firm, who is signed in, the language. One per
 * `api` on a page, also over two copies of the bundle. It tells its subscribers after every change.
 */
export class PortalState {
  readonly client: PortalClient;
  readonly cache: QueryCache;
  /** What the person has typed and not sent. */
  readonly drafts = new Drafts();
  /** The words; `ready` says whether they are in the person's language yet. */
  i18n: I18n = createI18n();
  /** Undefined until it came, or when it could not be had. */
  firm: Firm | undefined;
  /** Undefined while not known, null while nobody is signed in, or not yet all the way. */
  session: Session | null | undefined;
  /** The password was right, and a second factor is asked for, or has to be set up first. */
  begun: Session | undefined;
  /** How the last session ended, while nobody is signed in. */
  left: 'signed-out' | 'expired' | undefined;
  /** Why the session could not be had. */
  failure: PortalError | undefined;
  /** What has to be dealt with before anything else is shown. */
  errand: Errand | undefined;
  /** Language and session are known: what is shown now will not be replaced at once. */
  ready = false;

  /** When the person last did something that the server counts as an act, in milliseconds since 1970. */
  lastAct = Date.now();

  /** When the server was last told of an act, whether or not it heard. */
  #toldAt = 0;
  /** The dialog that asks who is there, shared by whatever needs a proof at the same time. */
  #proof: Promise<boolean> | undefined;
  readonly #plain: PortalClient;
  readonly #idle: () => void;
  readonly #listeners = new Set<() => void>();
  readonly #hosts = new Set<HTMLElement>();
  #settings: PortalSettings = {};
  #sleep: (() => void) | undefined;
  /** Counts beginnings and ends of sessions, and languages asked for: an answer to an earlier question is dropped. */
  #sessions = 0;
  #languages = 0;
  #met: string | undefined;

  /** @param idle called when no element uses it any more */
  constructor(client: PortalClient, idle: () => void) {
    this.#plain = client;
    this.#idle = idle;
    this.client = watchedClient(client, {
      acted: () => this.actedAt(Date.now()),
      over: () => this.#end('expired'),
      incomplete: () => void this.#loadSession(),
      proof: () => this.#prove(),
    });
    this.cache = createCache(this.client);
  }

  /** An element begins to use it: the first one starts it. @returns ends the use */
  connect(host: HTMLElement, listener: () => void): () => void {
    this.#hosts.add(host);
    this.#listeners.add(listener);
    if (this.#hosts.size === 1) this.#wake();
    return () => {
      this.#hosts.delete(host);
      this.#listeners.delete(listener);
      if (this.#hosts.size > 0) return;
      this.#sleep?.();
      this.#idle();
    };
  }

  /** Whether an element uses it. */
  get used(): boolean {
    return this.#hosts.size > 0;
  }

  configure(settings: PortalSettings): void {
    const { lang, getToken } = this.#settings;
    this.#settings = { ...this.#settings, ...settings };
    if (this.#settings.lang !== lang) void this.#speak();
    if (this.#settings.getToken !== getToken) void this.#exchange();
  }

  /** The person has done something, perhaps in another tab. */
  actedAt(time: number): void {
    this.lastAct = Math.max(this.lastAct, time);
  }

  /** Tells the server that the person is there, so that the session goes on. Rejects with a PortalError. */
  async extend(): Promise<void> {
    if (this.session) await this.client.call(sessionRoutes.extend);
  }

  /** The errand has been dealt with. */
  dropErrand(): void {
    forgetLink();
    this.errand = undefined;
    this.#tell();
  }

  /** The address of a place in the portal. */
  href(place: Place, id?: string): string {
    return (this.#settings.home ?? '') + toHash(place, id);
  }

  /** Asks who the firm is and who is signed in. Never rejects: look at `failure`. */
  async load(): Promise<void> {
    await Promise.all([this.#loadFirm(), this.#loadSession()]);
    await this.#speak();
    this.ready = true;
    this.#tell();
  }

  /**
   * Somebody has signed in, or begun to.
   * @param errand what they have to deal with first
   */
  begin(session: Session, errand?: Errand): void {
    this.#sessions++;
    this.cache.clear();
    this.drafts.belongTo(session.person.id);
    const complete = isComplete(session);
    this.session = complete ? session : null;
    this.begun = complete ? undefined : session;
    this.left = this.failure = undefined;
    if (!errand) forgetLink();
    this.errand = errand;
    this.#tell();
    void this.#speak();
    void this.cache.invalidate();
  }

  /** What the server says of the session now: after a proof, or a change of one's own details. */
  renew(session: Session): void {
    this.session = session;
    this.#tell();
    void this.#speak();
  }

  /** Ends the session on the server, then forgets all it has shown. Rejects with a PortalError when that failed. */
  async signOut(): Promise<void> {
    try {
      await this.#plain.call(sessionRoutes.end);
    } catch (error) {
      if (!isOver(error)) throw error; // it had ended already, which is just as well
    }
    this.#end('signed-out');
  }

  /** The language of somebody who is not signed in yet, as the link of their mail says it. */
  async speakTo(language: string): Promise<void> {
    if (this.#met === language) return;
    this.#met = language;
    await this.#speak();
  }

  /** The person chooses a language; remembered on this device. */
  async speak(language: string): Promise<void> {
    rememberLanguage(language);
    await this.#speak();
  }

  #wake(): void {
    const unmount = this.cache.mount();
    const refresh = () => {
      if (!document.hidden && this.ready) void this.load();
    };
    document.addEventListener('visibilitychange', refresh);
    window.addEventListener('hashchange', this.#arrive);
    const unwatch = watchActs(() => this.#acted());
    this.#sleep = () => {
      unmount();
      unwatch();
      document.removeEventListener('visibilitychange', refresh);
      window.removeEventListener('hashchange', this.#arrive);
    };
    this.errand ??= keptLink();
    this.#arrive();
    if (!this.ready) void this.load();
  }

  #acted(): void {
    const now = Date.now();
    if (!this.session || this.session.viewedBy || now - Math.max(this.lastAct, this.#toldAt) < ACTS_EVERY)
      return;
    this.#toldAt = now;
    this.extend().catch(() => {}); // the next call finds out what is wrong, and says so
  }

  readonly #arrive = (): void => {
    const link = takeLink();
    if (!link) return;
    this.errand = link;
    this.#tell();
  };

  #prove(): Promise<boolean> {
    this.#proof ??= import('../session/step-up.ts')
      .then(({ askWhoIsThere }) => askWhoIsThere([...this.#hosts]))
      .catch(() => false)
      .finally(() => {
        this.#proof = undefined;
      });
    return this.#proof;
  }

  /** The portal works without: only the firm's name and telephone are missing. Asked again on return to the page. */
  async #loadFirm(): Promise<void> {
    this.firm ??= await this.client.call(firmRoutes.get).catch(() => undefined);
    this.#tell();
  }

  /** Also on every return to the page: another tab may have signed out, or somebody else in. */
  async #loadSession(): Promise<void> {
    const asked = this.#sessions;
    try {
      const session = await this.client.call(sessionRoutes.get);
      if (asked !== this.#sessions) return;
      const { person } = this.session ?? {};
      const another = this.session === null || (person && person.id !== session.person.id);
      if (another || !isComplete(session)) return this.begin(session, this.errand);
      this.session = session;
      this.drafts.belongTo(session.person.id);
    } catch (error) {
      if (this.session === undefined) this.failure = error as PortalError;
    }
    await this.#exchange();
  }

  /**
   * Signs in whom the page around knows, when nobody is. Not after a session on this page: who has left, or was away for
   * too long, wants to be asked.
   */
  async #exchange(): Promise<void> {
    const { getToken } = this.#settings;
    if (!getToken || this.session !== null || this.begun || this.left || this.errand) return;
    try {
      const token = await getToken();
      if (token) this.begin(await this.client.call(sessionRoutes.exchange, { token }));
    } catch (error) {
      reportError(error); // there is the form instead
    }
  }

  #end(how: 'signed-out' | 'expired'): void {
    const session = this.session ?? this.begun;
    if (this.session === null && !this.begun) return;
    this.#sessions++;
    this.session = null;
    this.begun = this.failure = undefined;
    this.cache.clear();
    if (how === 'signed-out') this.drafts.clear();
    if (session) this.left = how;
    this.#tell();
    const [first] = this.#hosts;
    if (this.left === 'expired' && first) announce(first, 'portal-session-expired', undefined);
  }

  async #speak(): Promise<void> {
    const asked = ++this.#languages;
    const person = (this.session ?? this.begun)?.person;
    const wanted = [
      rememberedLanguage(),
      this.#settings.lang,
      person?.locale ?? this.#met,
      document.documentElement.lang,
      ...navigator.languages,
      this.firm?.locale,
    ];
    const i18n = await loadI18n(wanted, { timeZone: person?.timeZone });
    if (asked !== this.#languages) return;
    this.i18n = i18n;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const isComplete = ({ stage }: Session) => stage === 'complete';
