/** Who looks at a story. */
import { session } from '@casefront/core/endpoints/session';
import { fixtures, mock, problem } from '@casefront/core/testing';

/** The client of the small world, reading Spanish. */
export const inSpanish = mock(session.get, {
  ...fixtures.session,
  person: { ...fixtures.person, name: 'Elena Márquez', locale: 'es-US' },
});

/** A client whom the firm lets read but not write. */
export const readOnly = mock(session.get, { ...fixtures.session, capabilities: [] });

/** Nobody. */
export const signedOut = mock(session.get, problem('auth.required'));
