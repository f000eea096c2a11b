import type { Factors } from '@casefront/core/contract/factors';
import type { PersonContext } from '../context.ts';
import { asksForSecondFactor } from '../firm/settings.ts';

/** What somebody has beside the password. */
export async function listFactors({ db, firm, actor }: PersonContext): Promise<Factors> {
  const owner = { firm_id: firm.id, person_id: actor.id };
  const totp = await db
    .selectFrom('totp')
    .where((eb) => eb.and({ ...owner, state: 'confirmed' }))
    .select('at')
    .executeTakeFirst();
  const passkeys = await db
    .selectFrom('passkeys')
    .where((eb) => eb.and(owner))
    .orderBy('created_at')
    .orderBy('id')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .execute();
  const { codes } = await db
    .selectFrom('recovery_codes')
    .where((eb) => eb.and({ ...owner, used_at: null }))
    .select((eb) => eb.fn.countAll<number>().as('codes'))
    .executeTakeFirstOrThrow();
  return {
    totpSince: totp?.at ?? null,
    passkeys: passkeys.map(({ id, name, created_at, last_used_at }) => ({
      id,
      name,
      createdAt: created_at,
      lastUsedAt: last_used_at,
    })),
    recoveryCodes: codes,
    required: asksForSecondFactor(firm, actor.kind),
  };
}
