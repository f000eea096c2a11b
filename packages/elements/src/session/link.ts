import { isPortalError } from '@casefront/core/client';
import type { Endpoint, InputOf, ResultOf } from '@casefront/core/contract/endpoint';
import type { ErrorCode } from '@casefront/core';
import type { Route } from '@casefront/core/endpoints/route';
import english from '../locales/en.links.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { mutation, portal, type PortalHost } from '../state/index.ts';
import { errorState, skeleton, type Content } from '../ui/index.ts';

addEnglish(english);

/** What every link says of itself. */
interface About {
  /** The language that its person reads. */
  readonly locale: string;
}

interface LinkViews<T> {
  /** What it is for, and the form. */
  readonly ready: (about: T) => Content;
  /**
   * It has expired or was used.
   * @param cut it was cut off on its way, so that no server could know it
   */
  readonly ended: (cut: boolean) => Content;
}

/** The link of a mail that was opened: asks what it is for. That burns nothing, as mail scanners follow links too. */
export class Link<E extends Endpoint> {
  readonly #host: PortalHost;
  readonly #look;
  #asked = '';
  #about: ResultOf<E> | undefined;
  #error: unknown;

  constructor(host: PortalHost, route: Route<E>) {
    this.#host = host;
    this.#look = mutation(host, route, { touches: [] });
  }

  get secret(): string {
    const errand = portal(this.#host).state?.errand;
    return errand && 'secret' in errand ? errand.secret : '';
  }

  render({ ready, ended }: LinkViews<ResultOf<E>>): Content {
    const { i18n, contact } = portal(this.#host);
    if (this.secret && this.secret !== this.#asked) void this.#ask(this.secret);
    if (this.#error) {
      if (hasEnded(this.#error)) return ended(false);
      if (isPortalError(this.#error, 'request.invalid')) return ended(true);
      return errorState(i18n, {
        error: this.#error,
        firm: contact,
        retry: () => void this.#ask(this.#asked),
      });
    }
    return this.#about ? ready(this.#about) : skeleton(i18n, { shape: 'text' });
  }

  /** The server said so when it was used. */
  end(error: unknown): void {
    this.#error = error;
    this.#host.requestUpdate();
  }

  async #ask(secret: string): Promise<void> {
    this.#asked = secret;
    this.#about = this.#error = undefined;
    try {
      const about = await this.#look.send({ token: secret } as unknown as InputOf<E>);
      void portal(this.#host).state?.speakTo((about as unknown as About).locale);
      this.#about = about;
    } catch (error) {
      this.#error = error;
    }
    this.#host.requestUpdate();
  }
}

const over: readonly ErrorCode[] = ['invitation.ended', 'link.ended'];

/** Whether the server refuses because the link has expired or was used. */
export const hasEnded = (error: unknown): boolean => over.some((code) => isPortalError(error, code));
