import { firmById } from '../firm/find.ts';
import { safetyOf } from '../firm/settings.ts';
import type { FirmRecord } from '../context.ts';
import { invitationLink, invitationToken } from '../invitations/token.ts';
import type { Entry } from '../journal/entry.ts';
import type { Executor } from '../sql/database.ts';
import type { MailOrder, RenderMail } from './outbox.ts';
import {
  caseUpdateMail,
  discreetMail,
  invitationMail,
  newMessageMail,
  type Mail,
  type MailInput,
} from './templates/index.ts';

interface Writing {
  readonly executor: Executor;
  readonly secret: Uint8Array;
  readonly firm: FirmRecord;
  readonly reader: Reader;
  readonly entry: Entry;
}

/** Writes the mails of all templates. The links in invitations are derived from the server's secret. */
export const mailRenderer =
  (secret: Uint8Array): RenderMail =>
  async (executor, { firmId, personId, template, entry }) => {
    const firm = await firmById(executor, firmId);
    const reader = await findReader(executor, firmId, personId);
    if (!firm || !reader) return undefined;
    const mail = await templates[template]({ executor, secret, firm, reader, entry });
    if (!mail) return undefined;
    // Colleagues know where they work; and what they do for whom is in none of their mails either.
    if (reader.kind === 'client' && safetyOf(firm)) return discreetMail(mail, reader.locale);
    return { ...mail, fromName: firm.name, replyTo: firm.contact.email };
  };

const templates: Readonly<Record<MailOrder['template'], (writing: Writing) => Promise<Mail | undefined>>> = {
  async invitation(writing) {
    const { executor, secret, firm, reader, entry } = writing;
    const invitation = await findInvitation(executor, firm.id, entry.subject.id);
    if (!invitation) return undefined;
    const { invited_by_name: invitedBy, expires_at } = invitation;
    return invitationMail({
      ...inputOf(writing, invitationLink(homeOf(writing), invitationToken(secret, invitation))),
      audience: reader.kind,
      ...(invitedBy !== null && { invitedBy }),
      expiresAt: new Date(expires_at),
      timeZone: reader.time_zone,
    });
  },

  async 'new-message'(writing) {
    const { executor, firm, reader, entry } = writing;
    const input = inputOf(writing, placeOf(writing));
    if (reader.kind === 'staff') return newMessageMail({ ...input, audience: 'staff' });
    const author = entry.actor.id === null ? undefined : await findReader(executor, firm.id, entry.actor.id);
    // A member of the firm may be named to a client; another client never is.
    return newMessageMail({
      ...input,
      audience: 'client',
      ...(author?.kind === 'staff' && { from: author.name }),
    });
  },

  'case-update': async (writing) => caseUpdateMail(inputOf(writing, placeOf(writing))),
};

const inputOf = ({ firm, reader }: Writing, url: string): MailInput => ({
  firm: {
    name: firm.name,
    phone: firm.contact.phone,
    address: firm.contact.address,
    brand: firm.branding.brand,
    website: firm.contact.website,
  },
  locale: reader.locale,
  url,
});

/** The page where somebody comes in. */
const homeOf = ({ firm, reader }: Pick<Writing, 'firm' | 'reader'>): string =>
  new URL((reader.kind === 'staff' && firm.settings.deskUrl) || '', firm.portalUrl).href;

/** Where the reader finds what it is about. Ids in a link are no secret: without a session they lead to the door. */
function placeOf({ firm, reader, entry: { subject } }: Writing): string {
  if (reader.kind === 'staff') return homeOf({ firm, reader });
  const url = new URL(firm.portalUrl);
  const section = { case: 'cases', thread: 'inbox' }[subject.type as string];
  url.hash = section === undefined ? '/' : `/${section}/${subject.id}`;
  return url.href;
}

type Reader = NonNullable<Awaited<ReturnType<typeof findReader>>>;

const findReader = (executor: Executor, firmId: string, personId: string) =>
  executor
    .selectFrom('people')
    .where('firm_id', '=', firmId)
    .where('id', '=', personId)
    .select(['kind', 'name', 'locale', 'time_zone'])
    .executeTakeFirst();

const findInvitation = (executor: Executor, firmId: string, id: string) =>
  executor
    .selectFrom('invitations')
    .leftJoin('people as inviter', (join) =>
      join
        .onRef('inviter.firm_id', '=', 'invitations.firm_id')
        .onRef('inviter.id', '=', 'invitations.invited_by'),
    )
    .where('invitations.firm_id', '=', firmId)
    .where('invitations.id', '=', id)
    .select(['invitations.firm_id', 'invitations.id', 'invitations.nonce', 'invitations.expires_at'])
    .select('inviter.name as invited_by_name')
    .executeTakeFirst();
