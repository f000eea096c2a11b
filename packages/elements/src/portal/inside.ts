/** What comes after the first screen, for whoever is signed in: it has nothing to say for a while. */
import type { LitElement } from 'lit';
import '../define/portal-firms.ts';
import { IdleWarning } from './idle-warning.ts';

export const watchIdle = (host: LitElement): IdleWarning => new IdleWarning(host);
