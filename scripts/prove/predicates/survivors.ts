/**
 * Predicates that a short G1 cannot tell from nothing, each with the reason. Reviewed by hand; G2 holds every other one to
 * being missed as soon as it is gone.
 */
interface Survivor {
  readonly file: string;
  /** As in `inventory.json`. */
  readonly entry: string;
  readonly why: string;
  /** What is missed by a test beside the code, because it is a rule of another kind: `file › name of the test`. */
  readonly shownBy?: string;
}

const src = 'packages/server-adapter/src/';

const survivorsOf = (
  file: string,
  entries: readonly (readonly [entry: string, why: string, shownBy?: string])[],
): Survivor[] =>
  entries.map(([entry, why, shownBy]) => ({
    file: `${src}${file}`,
    entry,
    why,
    ...(shownBy !== undefined && { shownBy: `${src}${shownBy}` }),
  }));

const alone = (what: string) => `${what} is random and alone names the one row, so no other firm has it`;
const lockOnly = 'Only takes a lock, and a lock too many changes no answer';
const twice = 'The next condition says the firm again, of the table that this one joins';

export const survivors: readonly Survivor[] = [
  ...survivorsOf('access/open-session.ts', [
    [
      "makeRoom: .where('firm_id', '=', firm_id)",
      'The statement around it deletes of the firm only; a person’s id is random, so no other firm has sessions of theirs to count',
    ],
  ]),
  ...survivorsOf('access/prove-password.ts', [
    [
      "acceptProof.kept: .where('firm_id', '=', firm.id)",
      'The salted hash alone names the row, and what is written is what it was',
    ],
    ["acceptProof.kept: .where('person_id', '=', proof.personId)", 'The salted hash alone names the row'],
  ]),
  ...survivorsOf('access/still-in.ts', [
    [
      "openSession: .onRef('people.firm_id', '=', 'sessions.firm_id')",
      'Asked only between two looks at the same session; a person’s id is random',
    ],
    [
      "openSession: .where('sessions.firm_id', '=', p.firm)",
      'Asked only between two looks at the same session, whose id is random',
    ],
    [
      "openKey: .where('firm_id', '=', p.firm)",
      'Asked only between two looks at the same key, whose id is random',
    ],
  ]),
  ...survivorsOf('access/still-in.ts', [
    [
      'requireStillIn: !(await openKey.first(tx, { firm, id: actor.id }))',
      'Shows only in a race of two requests',
      'access/still-in.test.ts › G4: nor by a key that was revoked while the request waited',
    ],
    [
      'requireStillIn: !found',
      'Shows only in a race of two requests',
      'access/still-in.test.ts › G4: does nothing in the name of somebody whose session ended while the request waited',
    ],
    [
      'requireStillIn: found.stage !== actor.session.stage',
      'Shows only in a race of two requests',
      'access/still-in.test.ts › G4: nor by a session that has to show a second factor since',
    ],
    [
      "requireStillIn: actor.kind === 'staff' && (found.role ?? 'staff') !== actor.role",
      'Shows only in a race of two requests',
      'access/still-in.test.ts › G4: nor by the role that somebody had when the request began to wait',
    ],
  ]),
  ...survivorsOf('cases/firm/part-rules.ts', [
    [
      'partFrom: requireFit(part);',
      'What fits a role is a rule of form',
      'cases/firm/participants.test.ts › gives nobody more than their role may have, and says what does not fit',
    ],
  ]),
  ...survivorsOf('cases/firm/seal-sql.ts', [
    [
      "sealSql.onlookers.rows: .onRef('team.firm_id', '=', 'shares.firm_id')",
      alone('a case’s id beside a person’s'),
    ],
    ["sealSql.onlookers.rows: .where('shares.firm_id', '=', door.scope.firmId)", alone('a case’s id')],
    [
      'sealSql.onlookers.rows: .where(standing(viewerOf(door).now))',
      'What is over is not ended once more: taking it back looks for what stands',
    ],
  ]),
  ...survivorsOf('cases/firm/seal.ts', [
    [
      'sealCase: requireTeam(await firmCases.team(id));',
      'That a sealed case keeps a team is a rule of form',
      'cases/firm/seal.test.ts › keeps a sealed case to somebody: one without a team cannot be sealed, and the last cannot leave',
    ],
  ]),
  ...survivorsOf('cases/firm/steps-sql.ts', [
    [
      "stepsSql.addStep.position: .where('firm_id', '=', firmId)",
      'The new step comes last: a number that is higher than it had to be does not move it',
    ],
  ]),
  ...survivorsOf('cases/firm/team-sql.ts', [
    [
      "teamSql.setTeam: .where('person_id', 'not in', ids)",
      'Whoever stays would be taken out and, by the next statement, put back as they were',
    ],
  ]),
  ...survivorsOf('cases/firm/team.ts', [
    [
      'setTeam: requireTeam(members);',
      'That a sealed case keeps a team is a rule of form',
      'cases/firm/seal.test.ts › keeps a sealed case to somebody: one without a team cannot be sealed, and the last cannot leave',
    ],
    [
      'setTeam: requireFreshProof(ctx.actor, ctx.clock());',
      'Asks when somebody last showed who they are, not whose the case is',
      'access/fresh-proof.test.ts › G15: asks an admin for a fresh proof before anybody gets more than they had',
    ],
  ]),
  ...survivorsOf('cases/shown-step.ts', [
    [
      "forgetHiddenSteps: .where('firm_id', '=', p.firm)",
      'What is written is computed from each share’s own firm, and there it is what it was',
    ],
  ]),
  ...survivorsOf('email/change.ts', [
    [
      "askForChange: lockedOf(ctx).includes('email')",
      'Which details are the firm’s to change is a setting, not whose they are',
      'email/email.test.ts › is the firm’s to change where the firm has locked it, for clients only',
    ],
  ]),
  ...survivorsOf('events/sql.ts', [["withCase: .onRef('cases.firm_id', '=', 'events.firm_id')", twice]]),
  ...survivorsOf('factors/challenges.ts', [
    ["useChallenge.used: .where('firm_id', '=', firmId)", alone('The hash of a challenge')],
  ]),
  ...survivorsOf('factors/change.ts', [
    [
      'addFactor: await requireStillIn(tx, firm.id, actor);',
      'Shows only in a race of two requests',
      'factors/totp.test.ts › G17: is set up by the first of two who were asked to, and then asked of the other',
    ],
    [
      "addFactor: hasSecondFactor(before) && actor.session.stage !== 'complete'",
      'Whoever has a second factor is asked for it at the door, but for sessions that were left behind',
      'factors/totp.test.ts › G17: is not replaced by a session that is still to set one up, wherever that comes from',
    ],
  ]),
  ...survivorsOf('factors/held.ts', [
    [
      "held: .where('people.firm_id', '=', p.firm)",
      'Only gives the row for what is asked beside it, and all of that names the firm itself',
    ],
    [
      "held: .where('person_id', '=', p.person)",
      'Which of the rows of others comes first is chance, so a short round may miss it',
      'factors/held.test.ts › is one’s own: beside somebody with everything, who has nothing has nothing',
    ],
  ]),
  ...survivorsOf('factors/recovery-codes.ts', [
    [
      "useRecoveryCode.used: .where('person_id', '=', personId)",
      'A code has 120 random bits and alone names the row; whose it is, is tested beside it',
      'factors/recovery-codes.test.ts › are of no use to anybody else',
    ],
  ]),
  ...survivorsOf('http/run.ts', [
    [
      'createRunner: await requireStillIn(tx, firm.id, actor);',
      'Shows only in a race of two requests',
      'access/still-in.test.ts › G4: does nothing in the name of somebody whose session ended while the request waited',
    ],
  ]),
  ...survivorsOf('journal/lock.ts', [["take: .where('firm_id', '=', p.firm)", lockOnly]]),
  ...survivorsOf('profile/sql.ts', [
    ["profileSql.lock: .where('firm_id', '=', firmId)", 'Writes what is there already, to take a lock'],
  ]),
  ...survivorsOf('providers/openid.ts', [
    [
      'openIdProvider: requireSafe(issuer);',
      'Where keys come from is set when the server starts',
      'providers/openid.test.ts › are checked with keys that nobody could have exchanged on the way',
    ],
    [
      'discover: requireSafe(metadata.jwks_uri);',
      'Where keys come from is about the provider, not about who calls',
      'providers/openid.test.ts › are not checked with keys that the provider has where anybody could exchange them',
    ],
  ]),
  ...survivorsOf('links/answer.ts', [
    ["answer.request: .where('firm_id', '=', firmId)", alone('The id of a request')],
    [
      "findAsker.asker: .onRef('links.firm_id', '=', 'people.firm_id')",
      'The person and their address are compared beside it, and the person is one of the firm',
    ],
    [
      "findAsker.asker: .onRef('links.person_id', '=', 'people.id')",
      'The address is compared beside it, and a firm has it once',
    ],
  ]),
  ...survivorsOf('mail/claims.ts', [
    ["claim.mail: .where('firm_id', '=', firm_id)", alone('The id of a mail')],
    ["settle.settled: .where('firm_id', '=', mail.firmId)", alone('The id of a mail')],
  ]),
  ...survivorsOf('journal/raise.ts', [
    [
      'mark: .where(live(p.at))',
      'A share that is over counts nowhere, and one that begins anew takes new numbers',
    ],
    [
      "markChangedForStaff: .where('firm_id', '=', p.firm)",
      'Only shares of the firm are marked; a person’s id is random, so no colleague elsewhere is a client here',
    ],
  ]),
  ...survivorsOf('jobs/reader.ts', [
    [
      "firmsBehind.rows: .onRef('cursor.firm_id', '=', 'head.firm_id')",
      'Says where to look: a firm too many has nothing that was not read',
    ],
  ]),
  ...survivorsOf('people/answer-for.ts', [
    [
      'requireToRaise: requireFreshProof(actor, clock());',
      'Asks when somebody last showed who they are, not whom it is about',
      'access/fresh-proof.test.ts › G15: asks an admin for a fresh proof before anybody gets more than they had',
    ],
  ]),
  ...survivorsOf('people/service.ts', [
    [
      'change: requireToRaise(ctx);',
      'That it is an admin is asked before; what is left asks when they last showed who they are',
      'access/fresh-proof.test.ts › G15: asks an admin for a fresh proof before anybody gets more than they had',
    ],
  ]),
  ...survivorsOf('people/sql.ts', [
    [
      "peopleSql.hasOtherAdmin.query: .where('firm_id', '=', door.scope.firmId)",
      'Whoever asks is an admin of the firm themself, so there is another one but in a race',
    ],
  ]),
  ...survivorsOf('session/open.ts', [
    [
      'renewSession: !session',
      'Shows only in a race of two requests',
      'session/confirm.test.ts › is none for a session that ends, or a person who is shut out, while the code waits for its turn',
    ],
  ]),
  ...survivorsOf('shares/ends.ts', [
    [
      'moveEnds: .where(standing(tx.at))',
      'What was taken back ends where it began, which is the end of no part; and a part that is over has no end to move',
    ],
  ]),
  ...survivorsOf('shares/moments.ts', [
    [
      'beginning.isDue: live(now)',
      'Nothing that is called gives a share that begins later, so each that has not been told of has begun',
    ],
    ["tell.share: .where('firm_id', '=', firmId)", alone('A person’s id and that of what they are shown')],
  ]),
  ...survivorsOf('mail/wanted.ts', [
    [
      'reader: .where(live(now))',
      'Shows only where a mail has to wait between being written down and being sent',
      'mail/outbox.test.ts › who has seen it, may not see it any more, or may not sign in, gets no mail',
    ],
  ]),
  ...survivorsOf('links/of-entry.ts', [
    ["linkOf: .where('links.firm_id', '=', entry.firmId)", alone('The id of a link')],
  ]),
  ...survivorsOf('links/enough.ts', [
    [
      "hasEnough.links: .where('firm_id', '=', firmId)",
      'A limit; a person’s id is random, so no other firm has links of theirs to count',
    ],
  ]),
  ...survivorsOf('shares/subject.ts', [["withSubject: .on('cases.firm_id', '=', column('firm_id'))", twice]]),
  ...survivorsOf('threads/messages.ts', [
    [
      "list: .onRef('threads.firm_id', '=', 'messages.firm_id')",
      'Both tables are held to the firm by the conditions beside it',
    ],
    [
      "list: .where('messages.firm_id', '=', p.firmId)",
      'The conversation is looked for at the firm, and its messages are joined to it by the firm; this one is for the index',
    ],
  ]),
  ...survivorsOf('views/find.ts', [
    [
      "find: .where('views.firm_id', '=', p.firm)",
      'The view’s id and that of its session are random, and the session was looked for at the firm',
    ],
  ]),
  ...survivorsOf('views/service.ts', [
    [
      "openView: actor.kind !== 'staff'",
      'The contract gives the endpoint no scope, so no system comes this far',
    ],
  ]),
  ...survivorsOf('views/through.ts', [
    [
      'sharesOf.seen: shares.firm_id = ${scope.firmId}',
      'Every query of shares, which is what this stands for, names the firm too',
    ],
    ['sharesOf.seen: cases.firm_id = shares.firm_id', twice],
    ['sharesOf.seen: threads.firm_id = shares.firm_id', twice],
  ]),
];

/** The parts of `shownBy`. */
export const testOf = (shownBy: string): [file: string, name: string] => {
  const [file = '', name = ''] = shownBy.split(' › ');
  return [file, name];
};
