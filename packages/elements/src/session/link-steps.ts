/** What comes of a link in a mail, and asking for one. */
import { EmailStep } from './email-step.ts';
import { ForgotStep } from './forgot-step.ts';
import { InvitationStep } from './invitation-step.ts';
import { ResetStep } from './reset-step.ts';

export const steps = { invitation: InvitationStep, reset: ResetStep, email: EmailStep, forgot: ForgotStep };
