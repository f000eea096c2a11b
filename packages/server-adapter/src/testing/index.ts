/** For tests of a portal: everything real, in one process. */
export { testBrowser, type BrowserOptions, type TestBrowser } from './browser.ts';
export { testClock, type TestClock } from './clock.ts';
export type { TestFirm, TestPerson } from './firm.ts';
export { createTestPortal, type TestPortal, type TestPortalOptions } from './portal.ts';
