import { firmById } from '../firm/find.ts';
import { homeUrl } from '../firm/home.ts';
import { safetyOf } from '../firm/settings.ts';
import type { FirmRecord } from '../context.ts';
import type { Entry } from '../journal/entry.ts';
import { hashToken } from '../access/tokens.ts';
import { linkOf } from '../links/of-entry.ts';
import { linkToken, linkUrl } from '../links/token.ts';
import type { Executor } from '../sql/database.ts';
import type { LinkPurpose } from '../sql/schema.ts';
import type { MailOrder, RenderMail } from './outbox.ts';
import {
  caseUpdateMail,
  discreetMail,
  invitationMail,
  linkMail,
  newMessageMail,
  noticeMail,
  type LinkMailInput,
  type Mail,
  type MailInput,
  type NoticeMailInput,
} from './templates/index.ts';

interface Writing {
  readonly executor: Executor;
  readonly secrets: readonly Uint8Array[];
  readonly firm: FirmRecord;
  readonly reader: Reader;
  readonly entry: Entry;
}

/** Writes the mails of all templates. The links in them are derived from the server's secret, the one of when they were made. */
export const mailRenderer =
  (secrets: readonly Uint8Array[]): RenderMail =>
  async (executor, { firmId, personId, template, entry }) => {
    const firm = await firmById(executor, firmId);
    const reader = await findReader(executor, firmId, personId);
    if (!firm || !reader) return undefined;
    const mail = await templates[template]({ executor, secrets, firm, reader, entry });
    if (!mail) return undefined;
    // Colleagues know where they work; and what they do for whom is in none of their mails either.
    if (reader.kind === 'client' && safetyOf(firm)) return discreetMail(mail, reader.locale);
    return { ...mail, fromName: firm.name, replyTo: firm.contact.email };
  };

const templates: Readonly<Record<MailOrder['template'], (writing: Writing) => Promise<Mail | undefined>>> = {
  async invitation(writing) {
    const link = await findLink(writing, 'invitation');
    if (!link) return undefined;
    return invitationMail({
      ...accountOf(writing),
      url: link.url,
      ...(link.sender_name !== null && { invitedBy: link.sender_name }),
      expiresAt: new Date(link.expires_at),
    });
  },
  reset: (writing) => writeLink(writing, 'reset', 'reset'),
  'email-old': (writing) => writeLink(writing, 'email-old', 'emailOld'),
  'email-new': (writing) => writeLink(writing, 'email-new', 'emailNew'),

  'password-changed': (writing) => writeNotice(writing, 'passwordChanged'),
  'factor-added': (writing) => writeNotice(writing, 'factorAdded'),
  'factor-removed': (writing) => writeNotice(writing, 'factorRemoved'),
  'recovery-code-used': (writing) => writeNotice(writing, 'recoveryCodeUsed'),
  'codes-guessed': (writing) => writeNotice(writing, 'codesGuessed'),
  'email-changed-old': (writing) => writeNotice(writing, 'emailChangedOld'),
  'email-changed-new': (writing) => writeNotice(writing, 'emailChangedNew'),

  async 'new-message'(writing) {
    const { executor, firm, reader, entry } = writing;
    const input = { ...inputOf(writing), url: placeOf(writing) };
    if (reader.kind === 'staff') return newMessageMail({ ...input, audience: 'staff' });
    const author = entry.actor.id === null ? undefined : await findReader(executor, firm.id, entry.actor.id);
    // A member of the firm may be named to a client; another client never is.
    return newMessageMail({
      ...input,
      audience: 'client',
      ...(author?.kind === 'staff' && { from: author.name }),
    });
  },

  'case-update': async (writing) =>
    caseUpdateMail({ ...inputOf(writing), url: placeOf(writing), audience: writing.reader.kind }),
};

async function writeLink(
  writing: Writing,
  purpose: LinkPurpose,
  what: LinkMailInput['what'],
): Promise<Mail | undefined> {
  const link = await findLink(writing, purpose);
  return (
    link && linkMail({ ...accountOf(writing), what, url: link.url, expiresAt: new Date(link.expires_at) })
  );
}

const writeNotice = async (writing: Writing, what: NoticeMailInput['what']): Promise<Mail> =>
  noticeMail({ ...accountOf(writing), what, url: homeOf(writing), at: new Date(writing.entry.at) });

const accountOf = (writing: Writing) => ({
  ...inputOf(writing),
  audience: writing.reader.kind,
  timeZone: writing.reader.time_zone,
});

const inputOf = ({ firm, reader }: Writing): Omit<MailInput, 'url'> => ({
  firm: {
    name: firm.name,
    phone: firm.contact.phone,
    address: firm.contact.address,
    brand: firm.branding.brand,
    website: firm.contact.website,
  },
  locale: reader.locale,
});

const homeOf = ({ firm, reader }: Pick<Writing, 'firm' | 'reader'>): string => homeUrl(firm, reader.kind);

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

async function findLink(writing: Writing, purpose: LinkPurpose) {
  const { executor, secrets, entry } = writing;
  const link = await linkOf(executor, entry, purpose)
    .leftJoin('people as sender', (join) =>
      join.onRef('sender.firm_id', '=', 'links.firm_id').onRef('sender.id', '=', 'links.sent_by'),
    )
    .select(['links.firm_id', 'links.id', 'links.purpose', 'links.nonce', 'links.expires_at'])
    .select('links.token_hash')
    .select('sender.name as sender_name')
    .executeTakeFirst();
  if (!link) return undefined;
  const token = secrets
    .map((secret) => linkToken(secret, link))
    .find((derived) => hashToken(derived) === link.token_hash);
  return token === undefined ? undefined : { ...link, url: linkUrl(homeOf(writing), purpose, token) };
}
