/** The classes, without registering anything: to extend them, or to register them under names of your own. */
export { PortalCase } from './cases/portal-case.ts';
export { PortalCases } from './cases/portal-cases.ts';
export { PortalDashboard } from './dashboard/portal-dashboard.ts';
export { PortalExit } from './exit/portal-exit.ts';
export { PortalFirms } from './firms/portal-firms.ts';
export { PortalGettingStarted } from './checklist/portal-getting-started.ts';
export { PortalInbox } from './inbox/portal-inbox.ts';
export { ClientPortal } from './portal/client-portal.ts';
export { PortalProfile } from './profile/portal-profile.ts';
export { PortalProvider } from './portal/portal-provider.ts';
export { PortalViewing } from './portal/portal-viewing.ts';
export { PortalSignIn } from './session/portal-sign-in.ts';
export type { NavigateDetail, Place, PortalEvents } from './state/index.ts';
export type { Token, TokenProperty } from './theme/index.ts';
export { version } from './version.ts';
