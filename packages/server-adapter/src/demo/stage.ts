/**
 * Where the demo is played: one transaction whose time moves from months ago up to now. Everybody acts through the
 * services, so shares, journal and bubbles come about as at a real firm; and either all of it is there or nothing.
 */
import { scopeOf, type FirmActor, type PersonActor } from '../access/actor.ts';
import { sqlBackend } from '../backend.ts';
import type { Context, FirmRecord } from '../context.ts';
import { startOfDay } from '../events/zone.ts';
import { acceptInvitation } from '../invitations/accept.ts';
import { invite } from '../invitations/invite.ts';
import { journalActor } from '../journal/index.ts';
import type { Services } from '../services.ts';
import type { Tx } from '../sql/database.ts';

/** Something that somebody does, so many days ago, at an hour of the firm's clock: `09:40`. */
export interface Act {
  readonly daysAgo: number;
  readonly at: string;
  readonly run: (stage: Stage) => Promise<unknown>;
}

export const act = (daysAgo: number, at: string, run: Act['run']): Act => ({ daysAgo, at, run });

/** All that a transaction writes bears its instant, so moving that is how time passes in the demo. */
export function moveTo(tx: Tx, at: string): void {
  Object.assign(tx, { at });
}

export interface StageParts {
  readonly tx: Tx;
  /** The present, which no act goes beyond. */
  readonly now: string;
  readonly firm: FirmRecord;
  readonly services: Services;
}

export class Stage {
  readonly #parts: StageParts;
  readonly #ids = new Map<string, string>();

  constructor(parts: StageParts) {
    this.#parts = parts;
  }

  /** Plays acts in the order of their times, each at a moment of its own. */
  async play(acts: readonly Act[]): Promise<void> {
    const { tx, now } = this.#parts;
    const order = acts
      .map((each) => ({ ...each, when: this.instant(-each.daysAgo, each.at) }))
      .toSorted((a, b) => (a.when < b.when ? -1 : 1));
    for (const { when, run } of order) {
      moveTo(tx, when < now ? when : now);
      await run(this);
    }
    moveTo(tx, now);
  }

  /** The day that is so many days after today: `2026-03-03`. */
  day(offset: number): string {
    const { firm, now } = this.#parts;
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: firm.timeZone }).format(new Date(now));
    return new Date(Date.parse(`${today}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
  }

  /** The same at an hour of the firm's clock. */
  instant(offset: number, at: string): string {
    const [hours = 0, minutes = 0] = at.split(':').map(Number);
    const midnight = startOfDay(this.day(offset), this.#parts.firm.timeZone);
    return new Date(midnight.getTime() + (hours * 60 + minutes) * 60_000).toISOString();
  }

  remember(name: string, id: string): void {
    this.#ids.set(name, id);
  }

  id(name: string): string {
    const id = this.#ids.get(name);
    if (id === undefined) throw new Error(`Nobody has remembered ${name}`);
    return id;
  }

  /** The context of a request that this person makes now. */
  async as<A extends PersonActor | FirmActor>(name: string): Promise<Context<A>> {
    const { tx, firm, now } = this.#parts;
    const person = await tx
      .selectFrom('people')
      .where('firm_id', '=', firm.id)
      .where('id', '=', this.id(name))
      .select(['id', 'kind', 'role', 'name', 'email', 'locale', 'time_zone as timeZone', 'version'])
      .executeTakeFirstOrThrow();
    const session = { tokenHash: '', idleSeconds: 0, expiresAt: now };
    return this.#context({ ...person, session } as unknown as A);
  }

  /** Invites somebody; with a password, they also follow the link and choose it. */
  async invite(name: string, by: string, password?: string): Promise<void> {
    const { tx, firm, services } = this.#parts;
    const { actor } = await this.as(by);
    const invitee = { firmId: firm.id, personId: this.id(name), actor: journalActor(actor) };
    const invited = await invite(tx, services.secret, invitee);
    if (!invited) throw new Error(`${name} cannot be invited`);
    if (password === undefined) return;
    // From an address of their own (RFC 3849), so that one mailbox after the other is not a flood from one.
    const visitor = this.#context({ kind: 'nobody' }, `2001:db8:${this.#ids.size}::${name.length}`);
    await acceptInvitation(visitor, { token: invited.token, password });
  }

  #context<A extends Context['actor']>(actor: A, ip = ''): Context<A> {
    const { tx, firm, services } = this.#parts;
    const door = { db: tx, scope: scopeOf(firm.id, actor), clock: () => new Date(tx.at) };
    const request = { id: 'demo', ip, userAgent: undefined, token: undefined, answerHeaders: {} };
    return {
      ...door,
      backend: sqlBackend(door),
      firm,
      actor,
      request,
      services,
      transaction: (work) => work(tx),
    };
  }
}
