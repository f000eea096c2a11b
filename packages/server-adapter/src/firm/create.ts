import type { Branding, Contact } from '@casefront/core/contract/firm';
import { comparableEmail } from '../access/email.ts';
import { isSafeAddress } from '../access/local.ts';
import { newId } from '../ids.ts';
import { invite } from '../invitations/invite.ts';
import { append, system } from '../journal/index.ts';
import { linkUrl } from '../links/token.ts';
import type { Database, Tx } from '../sql/database.ts';
import { toJson } from '../sql/json.ts';
import type { FirmSettings } from '../sql/schema.ts';
import { homeUrl } from './home.ts';

export interface NewFirm {
  /** Short name for configuration and the command line: `harborview`. */
  readonly slug: string;
  readonly name: string;
  readonly branding: Branding;
  readonly contact: Contact;
  readonly settings?: Partial<FirmSettings>;
  /** BCP 47, default `en`. */
  readonly locale?: string;
  /** IANA, default `America/New_York`. */
  readonly timeZone?: string;
  /** The page with the portal; links in mails lead there. `https:`, or `http:` on localhost. */
  readonly portalUrl: string;
  /** Host names that lead to the firm, for a server of several firms. */
  readonly hosts?: readonly string[];
  /** The first member of the firm, who invites the others. */
  readonly admin: { readonly name: string; readonly email: string };
}

export interface CreatedFirm {
  readonly firmId: string;
  readonly adminId: string;
  /** Where the first admin chooses a password; also mailed once the server runs. Good for seven days, once. */
  readonly link: string;
}

/** What every portal has unless a firm says otherwise. */
const settings: FirmSettings = { sections: ['dashboard', 'cases', 'inbox'], idleMinutes: 30 };

/**
 * Adds a firm and invites its first admin. Everything else goes through the firm's side of the contract.
 *
 * @param secret The server's.
 * @throws when the short name or a host is taken, or the portal's address is no place for a session.
 */
export async function createFirm(
  database: Database,
  secret: Uint8Array,
  firm: NewFirm,
): Promise<CreatedFirm> {
  requireSafe(firm.portalUrl);
  return database.transaction(async (tx) => {
    const firmId = await insertFirm(tx, firm);
    const adminId = await insertAdmin(tx, firmId, firm);
    const invited = await invite(tx, secret, {
      firmId,
      personId: adminId,
      actor: system,
      shown: true,
    });
    if (!invited) throw new Error('The first admin could not be invited');
    return { firmId, adminId, link: linkUrl(homeUrl(firm, 'staff'), 'invitation', invited.token) };
  });
}

async function insertFirm(tx: Tx, firm: NewFirm): Promise<string> {
  const id = newId('firm');
  await tx
    .insertInto('firms')
    .values({
      id,
      slug: firm.slug,
      name: firm.name,
      branding: toJson(firm.branding),
      contact: toJson(firm.contact),
      settings: toJson({ ...settings, ...firm.settings }),
      locale: firm.locale ?? 'en',
      time_zone: firm.timeZone ?? 'America/New_York',
      portal_url: firm.portalUrl,
      created_at: tx.at,
    })
    .execute();
  const hosts = (firm.hosts ?? []).map((host) => ({ host: host.toLowerCase(), firm_id: id }));
  if (hosts.length > 0) await tx.insertInto('firm_hosts').values(hosts).execute();
  await append(tx, { firmId: id, actor: system, verb: 'firm.added', subject: { type: 'firm', id } });
  return id;
}

async function insertAdmin(tx: Tx, firmId: string, { admin, locale, timeZone }: NewFirm): Promise<string> {
  const id = newId('person');
  await tx
    .insertInto('people')
    .values({
      firm_id: firmId,
      id,
      kind: 'staff',
      role: 'admin',
      name: admin.name,
      email: admin.email,
      email_norm: comparableEmail(admin.email),
      locale: locale ?? 'en',
      time_zone: timeZone ?? 'America/New_York',
      created_at: tx.at,
    })
    .execute();
  await append(tx, { firmId, actor: system, verb: 'person.added', subject: { type: 'person', id } });
  return id;
}

function requireSafe(portalUrl: string): void {
  if (isSafeAddress(portalUrl)) return;
  throw new Error(`The portal needs https, or its sessions could be read on the way: ${portalUrl}`);
}
