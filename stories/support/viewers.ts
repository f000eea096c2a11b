/** Who looks at a story. */
import { dashboard } from '@casefront/core/endpoints/dashboard';
import { firm } from '@casefront/core/endpoints/firm';
import { session } from '@casefront/core/endpoints/session';
import { fixtures, mock, problem, world, type MockAccount } from '@casefront/core/testing';

/** The client of the small world, reading Spanish. */
export const inSpanish = mock(session.get, {
  ...fixtures.session,
  person: { ...fixtures.person, name: 'Elena Márquez', locale: 'es-US' },
});

/** A client whom the firm lets read but not write. */
export const readOnly = mock(session.get, { ...fixtures.session, capabilities: [] });

/** Somebody of the firm, who looks at the portal as the client of the small world. */
export const viewer = mock(session.get, { ...fixtures.session, viewedBy: 'Daniel Vance' });

/** Nobody. */
export const signedOut = mock(session.get, problem('auth.required'));

/** A firm whose clients may be watched. */
export const watched = mock(firm.get, { ...fixtures.firm, safety: { exitUrl: 'https://weather.example/' } });

/** The world of somebody who is new here: the first screen begins with the first steps. */
export const newcomer = (account: MockAccount) => [
  mock(dashboard.get, () => {
    const { checklist } = account;
    return { ...fixtures.dashboard, checklist: checklist.finished ? null : checklist };
  }),
  ...world(undefined, account),
];
