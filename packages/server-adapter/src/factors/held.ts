import type { Executor } from '../sql/database.ts';
import { prepared } from '../sql/prepared.ts';

/** What a person could show who they are with. */
export interface HeldFactors {
  readonly password: boolean;
  /** The password is good only beside a second factor. */
  readonly shortPassword: boolean;
  readonly totp: boolean;
  readonly passkey: boolean;
  readonly recoveryCode: boolean;
}

/** In one trip: signing in and describing a session ask for it. */
export async function heldFactors(
  executor: Executor,
  firmId: string,
  personId: string,
): Promise<HeldFactors> {
  const row = await held.first(executor, { firm: firmId, person: personId });
  const has = (found: string | null | undefined) => typeof found === 'string';
  return {
    password: typeof row?.password === 'number',
    shortPassword: row?.password === 1,
    totp: has(row?.totp),
    passkey: has(row?.passkey),
    recoveryCode: has(row?.code),
  };
}

/** Recovery codes are for who has lost the others, and none by themselves. */
export const hasSecondFactor = ({ totp, passkey }: HeldFactors): boolean => totp || passkey;

/** What can prove now who somebody is: where there is a second factor the password alone does not. */
export function usableFactors(held: HeldFactors): ('password' | 'totp' | 'passkey' | 'recovery-code')[] {
  if (!hasSecondFactor(held)) return held.password ? ['password'] : [];
  return [
    ...(held.passkey ? (['passkey'] as const) : []),
    ...(held.totp ? (['totp'] as const) : []),
    ...(held.recoveryCode ? (['recovery-code'] as const) : []),
  ];
}

const held = prepared((db, p: { firm: string; person: string }) =>
  db
    .selectFrom('people')
    .where('people.firm_id', '=', p.firm)
    .where('people.id', '=', p.person)
    .select((eb) => [
      eb
        .selectFrom('credentials')
        .where('firm_id', '=', p.firm)
        .where('person_id', '=', p.person)
        .select('short')
        .as('password'),
      eb
        .selectFrom('totp')
        .where('firm_id', '=', p.firm)
        .where('person_id', '=', p.person)
        .where('state', '=', 'confirmed')
        .select('person_id')
        .as('totp'),
      eb
        .selectFrom('passkeys')
        .where('firm_id', '=', p.firm)
        .where('person_id', '=', p.person)
        .limit(1)
        .select('person_id')
        .as('passkey'),
      eb
        .selectFrom('recovery_codes')
        .where('firm_id', '=', p.firm)
        .where('person_id', '=', p.person)
        .where('used_at', 'is', null)
        .limit(1)
        .select('person_id')
        .as('code'),
    ]),
);
