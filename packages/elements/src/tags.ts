// Derived from define/ by `npm run generate`; do not edit.

/** Every element by its tag, with the import that registers it. */
export const tags: Readonly<Record<string, () => Promise<unknown>>> = {
  'client-portal': () => import('./define/client-portal.ts'),
  'portal-case': () => import('./define/portal-case.ts'),
  'portal-cases': () => import('./define/portal-cases.ts'),
  'portal-dashboard': () => import('./define/portal-dashboard.ts'),
  'portal-exit': () => import('./define/portal-exit.ts'),
  'portal-firms': () => import('./define/portal-firms.ts'),
  'portal-getting-started': () => import('./define/portal-getting-started.ts'),
  'portal-inbox': () => import('./define/portal-inbox.ts'),
  'portal-profile': () => import('./define/portal-profile.ts'),
  'portal-provider': () => import('./define/portal-provider.ts'),
  'portal-sign-in': () => import('./define/portal-sign-in.ts'),
  'portal-viewing': () => import('./define/portal-viewing.ts'),
};
