/** Setting up a second factor on the way in. */
import { CodesStep } from './codes-step.ts';
import { EnrolStep } from './enrol-step.ts';

export const steps = { enrol: EnrolStep, codes: CodesStep };
