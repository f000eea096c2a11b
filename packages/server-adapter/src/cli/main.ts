/** What an operator does at a shell. Each command is a file beside this one. */
import { errorMessage, UsageError, type Command } from './command.ts';
import { audit } from './audit.ts';
import { doctor } from './doctor.ts';
import { firm } from './firm.ts';
import { invite } from './invite.ts';
import { key } from './key.ts';
import { migrate } from './migrate.ts';

const commands: Readonly<Record<string, Command>> = { migrate, firm, invite, key, doctor, audit };

const help = `casefront COMMAND [options]

${Object.values(commands)
  .map(({ usage, about }) => `  ${usage}\n      ${about}`)
  .join('\n')}

The database is CASEFRONT_DATABASE: the path of an SQLite file, or postgres://…
The secret is CASEFRONT_SECRET: at least 32 bytes, the same that the server has.`;

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
try {
  if (command) process.exitCode = (await command.run(args)) ? 0 : 1;
  else if (name === '' || name === 'help' || name === '--help') console.log(help);
  else throw new UsageError(`There is no command ${name}.`);
} catch (error) {
  console.error(errorMessage(error, command));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
