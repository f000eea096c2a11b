import { comparableEmail } from '../access/email.ts';
import { homeUrl } from '../firm/home.ts';
import { invite as invitePerson } from '../invitations/invite.ts';
import { lockFirm, system } from '../journal/index.ts';
import { linkUrl } from '../links/token.ts';
import { readOptions, readSecret, requireFirm, UsageError, withDatabase, type Command } from './command.ts';

export const invite: Command = {
  usage: 'casefront invite --firm SLUG --email ADDRESS',
  about: 'Makes a new link for somebody at the firm: for an admin who cannot get in any more.',
  run: (args) => {
    const { firm: slug, email } = readOptions(args, ['firm', 'email']);
    const secret = readSecret();
    return withDatabase(async (database) => {
      const firm = await requireFirm(database.kysely, slug);
      const person = await database.kysely
        .selectFrom('people')
        .where('firm_id', '=', firm.id)
        .where('email_norm', '=', comparableEmail(email))
        .select(['id', 'kind', 'name'])
        .executeTakeFirst();
      if (!person) throw new UsageError(`Nobody at ${firm.name} has the address ${email}.`);
      const invitee = { firmId: firm.id, personId: person.id, actor: system, shown: true };
      const invited = await database.transaction(async (tx) => {
        await lockFirm(tx, firm.id);
        return await invitePerson(tx, secret, invitee);
      });
      if (!invited) throw new UsageError(`The access of ${person.name} is disabled.`);
      console.log(`${person.name} chooses a password here, until ${invited.expiresAt}:`);
      console.log(linkUrl(homeUrl(firm, person.kind), 'invitation', invited.token));
      return true;
    });
  },
};
