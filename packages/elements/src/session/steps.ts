import type { Session } from '@casefront/core/contract/session';
import type { Part, PortalHost } from '../state/index.ts';

/** How a step ends. */
export interface Ends {
  /** Somebody has signed in, or one step further; with recovery codes they have to keep them first. */
  readonly begin: (session: Session, codes?: readonly string[] | null) => void;
  /** Back to address and password. */
  readonly leave: () => void;
  /** To asking for a link to set a new password. */
  readonly forgot: () => void;
  /** The address that was typed before. */
  readonly typed: () => string;
}

/** What signing in may lead to beyond address and password: links, the form itself, a session that has begun. */
export type StepName = 'invitation' | 'reset' | 'email' | 'forgot' | 'second-factor' | 'enrol' | 'codes';

type MakeStep = new (host: PortalHost, ends: Ends) => Part;

/** Few need them, so they are fetched when somebody gets there; what is needed together comes together. */
export async function loadStep(name: StepName): Promise<MakeStep> {
  if (name === 'second-factor') return (await import('./second-factor-step.ts')).SecondFactorStep;
  if (name === 'enrol' || name === 'codes') return (await import('./enrol-steps.ts')).steps[name];
  return (await import('./link-steps.ts')).steps[name];
}
