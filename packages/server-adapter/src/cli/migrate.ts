import { readOptions, withDatabase, type Command } from './command.ts';

export const migrate: Command = {
  usage: 'casefront migrate',
  about: 'Brings the schema up to date. Starting the server does so too.',
  run: (args) => {
    readOptions(args, []);
    return withDatabase(async (database) => {
      const { applied, ahead } = await database.migrate();
      for (const name of applied) console.log(`Applied ${name}`);
      for (const name of ahead) console.log(`A newer version has already applied ${name}`);
      if (applied.length === 0) console.log('Up to date');
      return true;
    });
  },
};
