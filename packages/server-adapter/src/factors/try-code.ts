import { countTry, forgiveTry, type Limit } from '../access/rate-limit.ts';
import type { PersonContext } from '../context.ts';
import { network } from '../http/client-ip.ts';
import { problem } from '../http/problem.ts';
import { append, lockFirm, system } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';

/**
 * Five wrong codes of one person in ten minutes, in whatever session and wherever a code is typed: of three codes in a
 * million that are good at a time, nobody finds one so (ASVS 6.5.5). And a hundred from one place at everybody.
 */
const limitsOf = ({ firm, actor, request }: PersonContext): Limit[] => [
  { key: ['code', firm.id, actor.id], most: 5, minutes: 10 },
  placeLimit({ firm, request }),
];

/** For what nobody can guess, so that only the work that it makes is limited. */
export const placeLimit = ({ firm, request }: Pick<PersonContext, 'firm' | 'request'>): Limit => ({
  key: ['code', firm.id, 'place', network(request.ip)],
  most: 100,
});

/**
 * Looks at a code that somebody typed, and does what follows when it is right, in one transaction. A wrong one, for which
 * `look` gives undefined, is counted and written down, and nothing tells which kind it was.
 *
 * @throws `code.wrong`, `rate.limited`
 */
export async function tryCode<T>(ctx: PersonContext, look: (tx: Tx) => Promise<T | undefined>): Promise<T> {
  const { firm, services, transaction } = ctx;
  const limits = limitsOf(ctx);
  // Committed before the code is looked at: of two guesses at once none goes uncounted.
  await transaction((tx) => countTry(tx, services.secret, limits));
  const found = await transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    const found = await look(tx);
    if (found === undefined) await recordWrong(tx, firm.id, ctx.actor.id);
    else await forgiveTry(tx, services.secret, limits);
    return found;
  });
  if (found === undefined) throw problem('code.wrong');
  return found;
}

/** In nobody's name: whoever typed it has not shown who they are. */
export async function recordWrong(tx: Tx, firmId: string, id: string): Promise<void> {
  await append(tx, { firmId, actor: system, verb: 'code.refused', subject: { type: 'person', id } });
}
