import { countTry, forgiveTry, type Limit } from '../access/rate-limit.ts';
import type { PersonContext } from '../context.ts';
import { network } from '../http/client-ip.ts';
import { isProblem, problem } from '../http/problem.ts';
import { append, lockFirm, system } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';

/** What somebody may have typed: six digits of an app, which can be guessed, or a recovery code, which cannot. */
export type Typed = 'digits' | 'recovery-code';

/**
 * Five wrong codes of one person from one place in ten minutes, so that a guesser elsewhere does not shut the owner out,
 * and fifty a day from all places: of three codes in a million that are good at a time, nobody finds one so (ASVS 6.5.5,
 * NIST SP 800-63B-4, 3.2.2). In whatever session and wherever a code is typed.
 */
const guessLimits = ({ firm, actor, request }: PersonContext): Limit[] => [
  { key: ['code', firm.id, actor.id, network(request.ip)], most: 5, minutes: 10 },
  { key: ['code', firm.id, actor.id], most: 50, minutes: day },
];

const day = 24 * 60;

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
export async function tryCode<T>(
  ctx: PersonContext,
  typed: Typed,
  look: (tx: Tx) => Promise<T | undefined>,
): Promise<T> {
  const { firm, services, transaction } = ctx;
  const place = [placeLimit(ctx)];
  const guesses = typed === 'digits' ? guessLimits(ctx) : [];
  const limits = [...place, ...guesses];
  // Committed before the code is looked at: of two guesses at once none goes uncounted.
  await transaction((tx) => countTry(tx, services.secret, place));
  await transaction((tx) => countTry(tx, services.secret, guesses)).catch(async (error: unknown) => {
    if (isProblem(error, 'rate.limited')) await tellOwner(ctx);
    throw error;
  });
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

/** Whoever guesses codes has come past the password: its owner is told, once a day. */
async function tellOwner({ firm, actor, services, transaction }: PersonContext): Promise<void> {
  const once = { key: ['code-mail', firm.id, actor.id], most: 1, minutes: day };
  await transaction(async (tx) => {
    await lockFirm(tx, firm.id);
    await countTry(tx, services.secret, [once]);
    const subject = { type: 'person', id: actor.id } as const;
    await append(tx, { firmId: firm.id, actor: system, verb: 'codes.guessed', subject });
  }).catch((error: unknown) => {
    if (!isProblem(error, 'rate.limited')) throw error;
  });
}
