import { createContext } from '@lit/context';
import type { PortalState } from './portal-state.ts';

/** Hands the portal's state down. A registry symbol, so that two copies of the bundle on one page share it. */
export const portalContext = createContext<PortalState | undefined>(Symbol.for('casefront.portal'));
