/** The rules of the firm's people: who may change whom, and what an address is. */
import type { Page, ParsedOf } from '@casefront/core/contract';
import type { people, Person } from '@casefront/core/contract/firm/people';
import { comparableEmail } from '../access/email.ts';
import { requirePower } from '../access/roles.ts';
import { changesOf } from '../changes.ts';
import type { FirmContext } from '../context.ts';
import { conflict, issue, notFound, problem } from '../http/problem.ts';
import { newId } from '../ids.ts';
import { appendAbout } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { requireAddressable, requireToRaise } from './answer-for.ts';
import { requireRoleChange } from './role.ts';
import { fieldsOf, type PersonFields, type PersonInput } from './fields.ts';

type Create = ParsedOf<typeof people.create>;

/** All staff see everybody: whoever takes a case on has to find its people. */
export const listPeople = (ctx: FirmContext, query: ParsedOf<typeof people.list>): Promise<Page<Person>> =>
  ctx.backend.people.list(query);

export async function readPerson(ctx: FirmContext, id: string): Promise<Person> {
  return (await ctx.backend.people.get(id)) ?? notFound();
}

export async function createPerson(ctx: FirmContext, input: Create): Promise<Person> {
  const { kind, externalId = null } = input;
  if (kind === 'staff') requireToRaise(ctx);
  else if (input.role) throw onlyColleagues();
  return await ctx.transaction(async (tx) => {
    const { people } = ctx.backend;
    const id = newId('person');
    if (await people.add({ ...newcomer(ctx, input), id, kind, externalId, at: tx.at })) {
      await appendAbout(tx, ctx, id, 'person.added');
      return await readPerson(ctx, id);
    }
    const known = externalId === null ? undefined : await people.findExternal(externalId);
    if (known === undefined) throw taken();
    return await change(ctx, tx, known, input, kind);
  });
}

/** What is not said of a new person is as at the firm. */
const newcomer = ({ firm }: FirmContext, input: Create): PersonFields => ({
  role: input.kind === 'staff' ? (input.role ?? 'staff') : null,
  name: input.name,
  title: input.title ?? null,
  email: input.email,
  phone: input.phone ?? null,
  locale: input.locale ?? firm.locale,
  time_zone: input.timeZone ?? firm.timeZone,
  photo_url: input.photoUrl ?? null,
});

export const updatePerson = (ctx: FirmContext, id: string, input: PersonInput): Promise<Person> =>
  ctx.transaction((tx) => change(ctx, tx, id, input));

/** With a `kind`, the person was looked up by external id and has to be of that kind. */
async function change(
  ctx: FirmContext,
  tx: Tx,
  id: string,
  input: PersonInput,
  kind?: Create['kind'],
): Promise<Person> {
  const { people } = ctx.backend;
  const person = (await people.lock(id)) ?? notFound();
  if (person.kind === 'staff') requirePower(ctx.actor, 'manage-colleagues');
  else if (input.role) throw onlyColleagues();
  if (kind !== undefined && person.kind !== kind)
    throw conflict(['kind'], 'taken', 'This external id is of the other kind');
  const fields = changesOf<PersonFields>(person, fieldsOf(input));
  const names = Object.keys(fields);
  if (names.length === 0) return await readPerson(ctx, id);

  if (fields.email !== undefined && person.kind === 'client') await requireAddressable(ctx, id);
  // Whoever has the mailbox of a colleague is that colleague once they are invited.
  if (fields.role !== undefined || (fields.email !== undefined && person.kind === 'staff'))
    requireToRaise(ctx);
  if (fields.role !== undefined) await requireRoleChange(ctx, id);
  const moves = fields.email !== undefined && comparableEmail(fields.email) !== comparableEmail(person.email);
  // It is what they sign in with: only they can show that another mailbox is theirs.
  if (moves && person.access === 'active')
    throw conflict(['email'], 'taken', 'This person signs in with their address');
  // An invitation is bound to the address that it went to, so it is of no use any more.
  const access = moves && person.access === 'invited' ? ({ access: 'none' } as const) : {};
  if (!(await people.change(id, { ...fields, ...access }))) throw taken();
  await appendAbout(tx, ctx, id, 'person.changed', { fields: names, ...roles(person.role, fields.role) });
  return await readPerson(ctx, id);
}

/** Who could do what, and when, is for the journal to answer; a role is a word and no personal text. */
const roles = (from: PersonFields['role'], to: PersonFields['role'] | undefined) =>
  from && to ? { role: { from, to } } : {};

const onlyColleagues = () =>
  problem('request.invalid', { issues: [issue(['role'], 'not-staff', 'Only colleagues have a role')] });
const taken = () => conflict(['email'], 'taken', 'Somebody at the firm has this address');
