/** Whoever calls: somebody with a session, a system with a key, somebody whose session is good for nothing any more. */
import type { Endpoint, ErrorCode, Scope } from '../../../packages/core/src/contract/index.ts';
import { isAdmin, type Book, type Viewer } from './book.ts';
import type { Credential } from './server.ts';

export interface Caller {
  /** `ana`; with the firm's letter in front it is unique. */
  readonly name: string;
  readonly letter: string;
  readonly viewer: Viewer;
  credential: Credential;
  /**
   * `dead`: over, ended, of another firm, of somebody without access. `begun`: a second factor is still missing. `stale`:
   * it is long ago that they showed who they are.
   */
  state: 'live' | 'dead' | 'begun' | 'stale';
  /** The id of the session that they come with. */
  session?: string;
  /** Of a system. */
  readonly scopes?: readonly Scope[];
}

/** What whoever is turned away at the door is told; undefined for those who may call the endpoint at all. */
export function turnedAway(
  book: Book,
  { viewer, state, scopes, credential }: Caller,
  { spec }: Endpoint,
  forAdmins: boolean,
): ErrorCode | undefined {
  if (spec.audience === 'public') return undefined;
  if (viewer.kind === 'nobody' || state === 'dead')
    return credential.cookie === undefined ? 'auth.required' : 'auth.expired';
  const isWelcome = {
    person: viewer.kind !== 'key',
    client: viewer.kind === 'client',
    firm: viewer.kind === 'staff' || (spec.scope !== undefined && scopes?.includes(spec.scope)),
  }[spec.audience];
  if (!isWelcome) return 'forbidden';
  if (state === 'begun' && spec.incomplete !== true) return 'auth.incomplete';
  if (state === 'stale' && spec.stepUp) return 'auth.step-up';
  return forAdmins && !isAdmin(book, viewer) ? 'forbidden' : undefined;
}
