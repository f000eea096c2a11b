/**
 * How an element gets at its data: `portal(this)` for words, firm, session and links; `query`, `pages` and `mutation`
 * for endpoints; `dataView` for the states that all of them share.
 *
 * @example
 * readonly #cases = pages(this, cases.list);
 * override render() {
 *   return dataView(this.#cases, { empty: () => emptyState(…), ready: (items) => list(items.map(…)) });
 * }
 */
export { dataView, type Views } from './data-view.ts';
export { announce, type MessageSentDetail, type NavigateDetail, type PortalEvents } from './events.ts';
export type { CodesErrand, Errand, LinkErrand } from './errand.ts';
export { form, type Form, type FormOptions, type Typed } from './form.ts';
export { here, type Here } from './here.ts';
export { mutation, type Mutation } from './mutation.ts';
export { pages, type Pages } from './pages.ts';
export { Parts, type Part } from './parts.ts';
export { fromHash, toHash, type Location, type Place } from './places.ts';
export { portal, type Portal, type PortalHost } from './portal.ts';
export type { PortalSettings, PortalState } from './portal-state.ts';
export { query, type Query, type View } from './query.ts';
export { stateFor } from './states.ts';
