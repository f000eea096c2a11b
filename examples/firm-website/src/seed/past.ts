/**
 * The demo's past is lived through, not written into tables: everyone signs in and acts through the API, on a clock
 * that runs from months ago up to now. So its journal, shares and bubbles are as real as a firm's.
 */
import { createPortalServer, type PortalServer } from '@casefront/server-adapter';
import { sqlite } from '@casefront/server-adapter/sqlite';
import type { FirmClient } from '@casefront/core/firm';
import { openBrowser, openOffice, type Browser } from './browser.ts';

/** Something that happened: some days ago, at an hour of the firm's clock (`09:40`). */
export interface Act {
  readonly daysAgo: number;
  readonly at: string;
  readonly run: (world: World) => Promise<unknown>;
}

export const act = (daysAgo: number, at: string, run: Act['run']): Act => ({ daysAgo, at, run });

/** What the acts share. */
export interface World {
  /** The firm's own system, by API key: it adds people and cases, and writes in the name of staff. */
  readonly office: FirmClient;
  /** The id that somebody remembered under a short name. */
  readonly id: (name: string) => string;
  readonly remember: (name: string, id: string) => void;
  readonly signIn: (email: string) => Promise<Browser>;
  /** Follows the link in somebody's invitation and chooses the demo's password. */
  readonly accept: (email: string) => Promise<Browser>;
  /** The day that is so many days before or after the act: `2026-03-03`. */
  readonly day: (offset: number) => string;
  /** The same as an instant, at an hour of the firm's clock. */
  readonly instant: (offset: number, at: string) => string;
}

export interface PastOptions {
  readonly file: string;
  readonly secret: Uint8Array;
  readonly portalUrl: string;
  readonly password: string;
  readonly admin: string;
  /** Adds the firm; answers the link with which its first admin chooses a password. */
  readonly found: (database: ReturnType<typeof sqlite>) => Promise<string>;
}

export async function livePast(options: PastOptions, acts: readonly Act[]): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const inOrder = acts
    .map((each) => ({ ...each, when: Math.min(instant(today, -each.daysAgo, each.at), Date.now()) }))
    .toSorted((a, b) => a.when - b.when);
  let now = (inOrder[0]?.when ?? Date.now()) - 60_000;
  const mails = new Map<string, string>();
  const database = sqlite({ file: options.file, clock: () => new Date(now) });
  const server = createPortalServer({
    database,
    secret: options.secret,
    firm: 'harborview',
    // The past's mails have long been read; only the links in them are followed.
    mailer: { send: async ({ to, text }) => void mails.set(to, text) },
  });
  try {
    await database.migrate();
    const world = await openWorld({
      ...options,
      server,
      mails,
      link: await options.found(database),
      now: () => now,
    });
    for (const each of inOrder) {
      // Each act at a time of its own, so that what follows is later.
      now = Math.max(each.when, now + 1);
      await each.run(world);
    }
    await server.settle();
    await world.close();
  } finally {
    await server.close();
  }
}

interface WorldParts extends PastOptions {
  readonly server: PortalServer;
  readonly mails: ReadonlyMap<string, string>;
  readonly link: string;
  readonly now: () => number;
}

async function openWorld(parts: WorldParts): Promise<World & { close(): Promise<void> }> {
  const { server, mails, password } = parts;
  const { origin } = new URL(parts.portalUrl);
  const visit = () => openBrowser(server, origin);
  const admin = visit();
  await admin.portal.invitations.accept({ token: tokenIn(parts.link), password });
  const key = await admin.firm.keys.create({
    name: 'Demo',
    scopes: ['people', 'cases', 'messages', 'events', 'shares'],
  });

  const ids = new Map<string, string>();
  const signIn = async (email: string) => {
    const browser = visit();
    await browser.portal.session.create({ email, password });
    return browser;
  };
  const on = (offset: number, at: string) => new Date(instant(dayOf(parts.now()), offset, at)).toISOString();
  return {
    office: openOffice(server, origin, key.secret),
    id(name) {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`Nobody has remembered ${name}`);
      return id;
    },
    remember: (name, id) => void ids.set(name, id),
    signIn,
    async accept(email) {
      await server.settle();
      const browser = visit();
      await browser.portal.invitations.accept({ token: tokenIn(mails.get(email) ?? ''), password });
      return browser;
    },
    day: (offset) => on(offset, '12:00').slice(0, 10),
    instant: on,
    async close() {
      const { firm } = await signIn(parts.admin);
      await firm.keys.revoke({ id: key.id });
    },
  };
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** An hour of the firm's clock, some days from a date: milliseconds since 1970. The demo has no summer time. */
const instant = (date: string, offset: number, at: string): number =>
  Date.parse(`${date}T${at}:00-08:00`) + offset * 24 * 3_600_000;

function tokenIn(text: string): string {
  const token = /#invitation=([\w-]{43})/.exec(text)?.[1];
  if (token === undefined) throw new Error('No invitation was mailed');
  return token;
}
