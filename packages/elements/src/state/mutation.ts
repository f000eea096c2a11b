import { newKey, type PortalError } from '@casefront/core/client';
import type { Endpoint, InputOf, ResultOf } from '@casefront/core/contract/endpoint';
import type { Route } from '@casefront/core/endpoints/route';
import type { MutateOptions } from '@casefront/core/queries';
import english from '../locales/en.writing.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { portal, type Portal, type PortalHost } from './portal.ts';

// What only those who send something are told: they bring it along.
addEnglish(english);

class Mutation<E extends Endpoint> {
  /** What the last try failed with. */
  error: PortalError | undefined;
  readonly #host: PortalHost;
  readonly #portal: Portal;
  readonly #route: Route<E>;
  readonly #options: Pick<MutateOptions, 'touches'>;
  #running: Promise<ResultOf<E> | undefined> | undefined;
  /** Names what was not yet confirmed, so that trying again has no second effect. */
  #pending: { readonly sent: string; readonly key: string } | undefined;

  constructor(host: PortalHost, route: Route<E>, options: Pick<MutateOptions, 'touches'> = {}) {
    this.#host = host;
    this.#portal = portal(host);
    this.#route = route;
    this.#options = options;
  }

  get busy(): boolean {
    return this.#running !== undefined;
  }

  /** Resolves with the answer, or with undefined when it failed: look at `error`. Pressed twice, it runs once. */
  run(input: InputOf<E>): Promise<ResultOf<E> | undefined> {
    this.#running ??= this.#run(input).finally(() => {
      this.#running = undefined;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
    return this.#running;
  }

  /** The same, and throws what it failed with. */
  async send(input: InputOf<E>): Promise<ResultOf<E>> {
    const result = await this.run(input);
    if (this.error) throw this.error;
    return result as ResultOf<E>;
  }

  /** Forgets the last failure. */
  reset(): void {
    this.error = undefined;
    this.#host.requestUpdate();
  }

  async #run(input: InputOf<E>): Promise<ResultOf<E> | undefined> {
    const sent = JSON.stringify(input);
    // The same content keeps its key over every try; other content under the same key would be refused.
    if (this.#pending?.sent !== sent) this.#pending = { sent, key: newKey() };
    const { cache } = this.#portal.state!;
    try {
      const result = await cache.mutate(this.#route, input, {
        ...this.#options,
        idempotencyKey: this.#pending.key,
      });
      this.#pending = this.error = undefined;
      return result;
    } catch (error) {
      this.error = error as PortalError;
      if (refused(this.error)) this.#pending = undefined;
      return undefined;
    }
  }
}

/** The server has looked at it and done nothing: another try is another request. */
const refused = ({ status }: PortalError) =>
  status >= 400 && status < 500 && status !== 408 && status !== 409;

export type { Mutation };

/**
 * Something that changes the record. What is on the screen is read again when the server has confirmed it, not before.
 *
 * @param options.touches the reads that it changes; all of them unless given
 * @example
 * readonly #reply = mutation(this, messages.reply);
 * const sent = await this.#reply.run({ id, body });
 */
export const mutation = <E extends Endpoint>(
  host: PortalHost,
  route: Route<E>,
  options?: Pick<MutateOptions, 'touches'>,
): Mutation<E> => new Mutation(host, route, options);
