#!/usr/bin/env node
/** `casefront`: what an operator does at a shell. Each command is a file in `cli/`. */
import { errorMessage, UsageError, type Command } from './cli/command.ts';
import { audit } from './cli/audit.ts';
import { doctor } from './cli/doctor.ts';
import { firm } from './cli/firm.ts';
import { invite } from './cli/invite.ts';
import { key } from './cli/key.ts';
import { migrate } from './cli/migrate.ts';

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
