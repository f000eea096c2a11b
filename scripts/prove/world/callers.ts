/** Whoever calls: somebody with a session, a system with a key, somebody whose session is good for nothing any more. */
import type { Endpoint, ErrorCode, Scope } from '../../../packages/core/src/contract/index.ts';
import { answersFor, isAdmin, type Book, type Viewer } from './book.ts';
import type { Credential } from './server.ts';

export interface Caller {
  /** `ana`; with the firm's letter in front it is unique. */
  readonly name: string;
  readonly letter: string;
  readonly viewer: Viewer;
  credential: Credential;
  /** Beside it. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * `dead`: over, ended, of another firm, of somebody without access. `begun`: a second factor is still missing. `stale`:
   * it is long ago that they showed who they are. `stolen`: a view that was opened in another session.
   */
  state: 'live' | 'dead' | 'begun' | 'stale' | 'stolen';
  /** The id of the session that they come with. */
  session?: string;
  /** Of a system. */
  readonly scopes?: readonly Scope[];
}

/** What whoever is turned away at the door is told; undefined for those who may call the endpoint at all. */
export function turnedAway(
  book: Book,
  { viewer, state, scopes, credential }: Caller,
  { spec, method }: Endpoint,
  forAdmins: boolean,
): ErrorCode | undefined {
  const isNobody = viewer.kind === 'nobody' || state === 'dead';
  if (spec.audience === 'public' && (isNobody || viewer.kind !== 'view')) return undefined;
  if (isNobody) return credential.cookie === undefined ? 'auth.required' : 'auth.expired';
  if (viewer.kind === 'view') {
    if (state === 'stolen' || book.disabled.has(viewer.id)) return 'view.ended';
    if (method !== 'GET') return 'view.read-only';
    if (!spec.viewable) return 'forbidden';
    const by: Viewer = { kind: 'staff', id: viewer.by };
    if (!answersFor(book, by, undefined, viewer.id)) return 'view.ended';
  }
  if (spec.audience === 'public') return undefined;
  const isWelcome = {
    person: viewer.kind !== 'key',
    client: viewer.kind === 'client' || viewer.kind === 'view',
    firm: viewer.kind === 'staff' || (spec.scope !== undefined && scopes?.includes(spec.scope)),
  }[spec.audience];
  if (!isWelcome) return 'forbidden';
  if (state === 'begun' && spec.incomplete !== true) return 'auth.incomplete';
  if (state === 'stale' && spec.stepUp) return 'auth.step-up';
  return forAdmins && !isAdmin(book, viewer) ? 'forbidden' : undefined;
}
