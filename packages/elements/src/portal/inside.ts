/** What comes after the first screen, for whoever is signed in: it has nothing to say for a while. */
import '../define/portal-firms.ts';

export { IdleWarning } from './idle-warning.ts';
