/** What a firm sets for its portal; its admins do. */
import type { ExpressionBuilder } from 'kysely';
import type { ParsedOf } from '@casefront/core/contract';
import type { Settings, settings } from '@casefront/core/contract/firm/settings';
import { requirePower } from '../access/roles.ts';
import { holdBack } from '../access/sessions.ts';
import { given } from '../changes.ts';
import type { FirmContext } from '../context.ts';
import { append, journalActor } from '../journal/index.ts';
import type { Tx } from '../sql/database.ts';
import { toJson } from '../sql/json.ts';
import type { Schema } from '../sql/schema.ts';
import { firmNow } from './find.ts';
import { settingsOf } from './settings.ts';

export function readSettings({ actor, firm }: FirmContext): Settings {
  requirePower(actor, 'change-settings');
  return settingsOf(firm);
}

/**
 * Changes what is given. Who has to have a second factor from now on and has none, is asked to set one up before
 * anything else: also whoever made the change, and on the next request.
 */
export function updateSettings(
  { actor, firm, services, transaction }: FirmContext,
  input: ParsedOf<typeof settings.update>,
): Promise<Settings> {
  requirePower(actor, 'change-settings');
  return transaction(async (tx) => {
    const now = await firmNow(tx, firm);
    const current: Settings = settingsOf(now);
    const changes = given(input);
    const fields = (Object.keys(changes) as (keyof Settings)[]).filter(
      (name) => String(changes[name]) !== String(current[name]),
    );
    if (fields.length === 0) return current;
    const settings = { ...now.settings, ...changes };
    await tx
      .updateTable('firms')
      .set({ settings: toJson(settings) })
      .where('id', '=', firm.id)
      .execute();
    const secondFactor = fields.includes('secondFactor') ? changes.secondFactor : undefined;
    if (secondFactor) await askFor(tx, firm.id, secondFactor);
    await append(tx, {
      firmId: firm.id,
      actor: journalActor(actor),
      verb: 'firm.changed',
      subject: { type: 'firm', id: firm.id },
      data: { fields, ...(secondFactor && { secondFactor }) },
    });
    tx.afterCommit.add(services.forgetFirms);
    return settingsOf({ settings });
  });
}

/**
 * Holds those back who are in with one factor and are asked for two. They have no second one yet: with the first that
 * somebody sets up, all their browsers have to show it.
 */
async function askFor(tx: Tx, firmId: string, whom: 'nobody' | 'staff' | 'everybody'): Promise<void> {
  if (whom === 'nobody') return;
  const kinds = whom === 'staff' ? (['staff'] as const) : (['staff', 'client'] as const);
  const asked = (eb: ExpressionBuilder<Schema, 'sessions'>) =>
    eb
      .selectFrom('people')
      .where('people.firm_id', '=', firmId)
      .where('people.kind', 'in', kinds)
      .select('people.id');
  await holdBack(tx, firmId, (eb) => eb('person_id', 'in', asked(eb)), 'enrol');
}
