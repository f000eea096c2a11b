import { createFirm } from '../firm/create.ts';
import { readOptions, readSecret, withDatabase, type Command } from './command.ts';

const required = [
  'slug',
  'name',
  'portal-url',
  'admin-name',
  'admin-email',
  'phone',
  'email',
  'website',
] as const;
const optional = ['address', 'hours', 'brand', 'locale', 'time-zone', 'host', 'desk-url'] as const;

export const firm: Command = {
  usage: `casefront firm ${required.map((name) => `--${name} …`).join(' ')} [${optional.map((name) => `--${name} …`).join('] [')}]`,
  about: 'Adds a firm, and invites its first admin.',
  run: (args) => {
    const options = readOptions(args, required, optional);
    const { locale, host, 'time-zone': timeZone, 'desk-url': deskUrl } = options;
    const secret = readSecret();
    return withDatabase(async (database) => {
      await database.migrate();
      const { link } = await createFirm(database, secret, {
        slug: options.slug,
        name: options.name,
        branding: { brand: options.brand ?? '#1f4b6e', logoUrl: null },
        contact: {
          phone: options.phone,
          email: options.email,
          address: options.address ?? '',
          hours: options.hours ?? '',
          website: options.website,
          emergencyNote: null,
        },
        portalUrl: options['portal-url'],
        admin: { name: options['admin-name'], email: options['admin-email'] },
        ...(deskUrl !== undefined && { settings: { deskUrl } }),
        ...(locale !== undefined && { locale }),
        ...(timeZone !== undefined && { timeZone }),
        ...(host !== undefined && { hosts: [host] }),
      });
      console.log(
        `Added ${options.name}. ${options['admin-name']} chooses a password here, within seven days:\n${link}`,
      );
      return true;
    });
  },
};
