/** What a person sees and changes of their own. */
import type { ParsedOf } from '@casefront/core/contract';
import type { Profile, profile } from '@casefront/core/contract/profile';
import { passwordMinimum } from '../access/password-minimum.ts';
import { changesOf, given } from '../changes.ts';
import type { PersonContext } from '../context.ts';
import { lockedOf, settingsOf } from '../firm/settings.ts';
import { issue, notFound, problem } from '../http/problem.ts';
import { appendAbout } from '../journal/index.ts';
import type { ProfileFields, ProfileRecord } from './backend.ts';
import { preferencesOf, withPreferences } from './notices.ts';

type Update = ParsedOf<typeof profile.update>;

export async function readProfile(ctx: PersonContext): Promise<Profile> {
  return await describe(ctx, (await ctx.backend.profile.get()) ?? notFound());
}

/** @throws `forbidden` for what the firm keeps to itself; `request.invalid` for a time beyond the firm's. */
export function updateProfile(ctx: PersonContext, input: Update): Promise<Profile> {
  refuseLocked(ctx, input);
  refuseLonger(ctx, input.idleMinutes);
  return ctx.transaction(async (tx) => {
    const { profile } = ctx.backend;
    const current = (await profile.lock()) ?? notFound();
    const { notices, ...rest } = input;
    const quiet = notices && withPreferences(current.quiet, notices);
    const changes: Partial<ProfileFields> = changesOf<ProfileFields>(current, given(rest));
    const all = quiet && String(quiet) !== String(current.quiet) ? { ...changes, quiet } : changes;
    const fields = Object.keys(all);
    if (fields.length === 0) return await describe(ctx, current);
    await profile.change(all);
    await appendAbout(tx, ctx, ctx.actor.id, 'person.changed', { fields });
    return await readProfile(ctx);
  });
}

async function describe({ db, firm, actor }: PersonContext, record: ProfileRecord): Promise<Profile> {
  const { idleMinutes: idleMinutesMost } = settingsOf(firm);
  const { name, phone, address, locale, timeZone, quiet, passwordChangedAt } = record;
  return {
    id: actor.id,
    kind: actor.kind,
    role: actor.kind === 'staff' ? actor.role : null,
    email: actor.email,
    ...{ name, phone, address, locale, timeZone, passwordChangedAt },
    idleMinutes: Math.min(record.idleMinutes ?? idleMinutesMost, idleMinutesMost),
    idleMinutesMost,
    notices: preferencesOf(quiet),
    locked: lockedOf({ firm, actor }),
    passwordMinimum: await passwordMinimum(db, firm, actor),
  };
}

function refuseLocked(ctx: PersonContext, input: Update): void {
  const locked = lockedOf(ctx).filter((field) => field in input);
  if (locked.length === 0) return;
  throw problem('forbidden', {
    issues: locked.map((field) => issue([field], 'locked', 'Only the firm changes this')),
  });
}

function refuseLonger({ firm }: PersonContext, minutes: number | undefined): void {
  const most = settingsOf(firm).idleMinutes;
  if (minutes === undefined || minutes <= most) return;
  throw problem('request.invalid', {
    issues: [issue(['idleMinutes'], 'too_big', `The firm allows ${most} minutes at most`)],
  });
}
