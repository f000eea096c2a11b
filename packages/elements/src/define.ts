/** Registers every element. A page that shows few of them imports `@casefront/elements/define/<tag>` instead. */
import './define/client-portal.ts';
import './define/portal-case.ts';
import './define/portal-cases.ts';
import './define/portal-dashboard.ts';
import './define/portal-exit.ts';
import './define/portal-firms.ts';
import './define/portal-getting-started.ts';
import './define/portal-inbox.ts';
import './define/portal-provider.ts';
import './define/portal-sign-in.ts';
import './define/portal-viewing.ts';
