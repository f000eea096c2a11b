/** Answers those who asked for a link: whoever may come in gets the one that they need, by mail to the address they have. */
import { invite } from '../invitations/invite.ts';
import { lockFirm, system } from '../journal/index.ts';
import type { Work } from '../jobs/index.ts';
import { forEach } from '../jobs/round.ts';
import { sendReset } from '../password/send-reset.ts';
import type { Tx } from '../sql/database.ts';
import type { LinkRequestTable } from '../sql/schema.ts';
import type { LinkOwner } from './end.ts';
import { hasEnough } from './enough.ts';
import { good } from './good.ts';

/** Requests that are looked at in one round; the next is a few seconds away. */
const most = 1000;

const waysIn = ['invitation', 'reset'] as const;

export const linkAnswerer =
  (secret: Uint8Array): Work =>
  async (database, round) => {
    const waiting = await database.kysely
      .selectFrom('link_requests')
      .orderBy('created_at')
      .limit(most)
      .select(['firm_id', 'id'])
      .execute();
    await forEach(waiting, round, (request) => database.transaction((tx) => answer(tx, secret, request)));
  };

async function answer(
  tx: Tx,
  secret: Uint8Array,
  { firm_id: firmId, id }: Pick<LinkRequestTable, 'firm_id' | 'id'>,
) {
  await lockFirm(tx, firmId);
  const request = await tx
    .deleteFrom('link_requests')
    .where('firm_id', '=', firmId)
    .where('id', '=', id)
    .returning(['email_norm', 'token_hash'])
    .executeTakeFirst();
  // Another node has answered it.
  if (!request) return;
  const person = await findAsker(tx, firmId, request);
  if (!person) return;
  const owner = { firmId, personId: person.id };
  // A scanner may run the page of an ended link and press its button: what is in the mailbox already must stay good.
  if (request.token_hash !== null && (await hasGood(tx, owner))) return;
  if (await hasEnough(tx, owner, waysIn)) return;
  if (person.access === 'active') await sendReset(tx, secret, { ...owner, actor: system });
  else await invite(tx, secret, { ...owner, actor: system, sentBy: await lastSender(tx, owner) });
}

/** Who has the address now, or was invited by the link at the address that they still have. */
function findAsker(tx: Tx, firmId: string, asked: Pick<LinkRequestTable, 'email_norm' | 'token_hash'>) {
  const people = tx
    .selectFrom('people')
    .where('people.firm_id', '=', firmId)
    .where('people.access', 'in', ['invited', 'active'])
    .select(['people.id', 'people.access']);
  const asker =
    asked.token_hash === null
      ? people.where('people.email_norm', '=', asked.email_norm)
      : people
          .innerJoin('links', (join) =>
            join
              .onRef('links.firm_id', '=', 'people.firm_id')
              .onRef('links.person_id', '=', 'people.id')
              .onRef('links.email_norm', '=', 'people.email_norm'),
          )
          .where('links.token_hash', '=', asked.token_hash)
          .where('links.purpose', '=', 'invitation');
  return asker.executeTakeFirst();
}

const linksOf = (tx: Tx, { firmId, personId }: LinkOwner) =>
  tx
    .selectFrom('links')
    .where('links.firm_id', '=', firmId)
    .where('links.person_id', '=', personId)
    .where('links.purpose', 'in', waysIn)
    .orderBy('links.created_at', 'desc');

const hasGood = async (tx: Tx, owner: LinkOwner): Promise<boolean> =>
  (await linksOf(tx, owner).where(good(tx.at)).select('links.id').executeTakeFirst()) !== undefined;

/** Whom the mail names: the member of the firm who sent the last invitation. */
async function lastSender(tx: Tx, owner: LinkOwner): Promise<string | null> {
  const last = await linksOf(tx, owner)
    .where('links.purpose', '=', 'invitation')
    .select('links.sent_by')
    .executeTakeFirst();
  return last?.sent_by ?? null;
}
