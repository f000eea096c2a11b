/** What the pictures are of: where one goes, as whom, and when it is there. */
import type { Page } from 'playwright-core';
import { clients, staff } from '../../examples/firm-website/e2e/support/cast.ts';
import { signIn, type Person } from '../../examples/firm-website/e2e/support/people.ts';

/** Opens an address of the site, in the right theme. */
type Go = (path: string) => Promise<void>;

/** One picture. */
export interface Screen {
  readonly name: string;
  /** Who looks at it; nobody is signed in unless given. */
  readonly as?: Person;
  /** Goes there, and waits until it is there. */
  readonly show: (page: Page, go: Go) => Promise<unknown>;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();
const { elena, joanna } = clients;
const divorce = 'Divorce, Whitfield';
/** Every screen of the demo. `invitation` is the fragment of a link that is still good. */
export const screens = (invitation: string): readonly Screen[] => [
  ...['/', '/people', '/practice', '/practice/family', '/contact', '/nowhere'].map((path) => ({
    name: `site${path.replaceAll('/', '-')}`,
    show: (_page: Page, go: Go) => go(path),
  })),
  {
    name: 'portal-sign-in',
    show: (page, go) =>
      go('/portal').then(() => page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()),
  },
  {
    name: 'portal-sign-in-refused',
    async show(page, go) {
      await go('/portal');
      await signIn(page, { ...joanna, password: 'not this one' });
      await page.getByText('There is a problem').waitFor();
    },
  },
  {
    name: 'portal-invitation',
    show: (page, go) => go(`/portal${invitation}`).then(() => heading(page, /Welcome/)),
  },
  {
    name: 'portal-invitation-ended',
    show: (page, go) =>
      go(`/portal#invitation=${'x'.repeat(43)}`).then(() =>
        page.getByText('This link no longer works').waitFor(),
      ),
  },
  {
    name: 'portal-no-server',
    async show(page, go) {
      await page.route('**/portal-api/**', (route) => route.abort());
      await go('/portal');
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
  {
    name: 'portal-dashboard',
    as: joanna,
    show: (page, go) => go('/portal').then(() => heading(page, /Hello/)),
  },
  {
    name: 'portal-dashboard-es',
    as: elena,
    show: (page, go) => go('/portal').then(() => heading(page, /Hola/)),
  },
  {
    name: 'portal-cases',
    as: joanna,
    show: (page, go) => go('/portal#/cases').then(() => heading(page, 'Your cases')),
  },
  { name: 'portal-case', as: joanna, show: openCase },
  {
    name: 'portal-inbox',
    as: joanna,
    show: (page, go) => go('/portal#/inbox').then(() => heading(page, 'Messages')),
  },
  {
    name: 'portal-thread',
    as: joanna,
    async show(page, go) {
      await go('/portal#/inbox');
      await page.getByRole('link', { name: /The parenting plan/ }).click();
      await page.getByLabel('Your reply').waitFor();
    },
  },
  {
    name: 'portal-compose',
    as: joanna,
    async show(page, go) {
      await go('/portal#/inbox/new');
      await page.getByRole('checkbox').first().check();
    },
  },
  {
    name: 'portal-compose-refused',
    as: joanna,
    async show(page, go) {
      await go('/portal#/inbox/new');
      await page.getByRole('checkbox').first().waitFor();
      await page.getByRole('button', { name: 'Send message' }).click();
      await page.getByText('There is a problem').waitFor();
    },
  },
  {
    name: 'portal-not-sent',
    as: joanna,
    async show(page, go) {
      await go('/portal#/inbox/new');
      await page.getByRole('checkbox').first().check();
      await page.getByLabel('Subject').fill('Maisie’s passport');
      await page
        .getByRole('textbox', { name: 'Message' })
        .fill('Alan has it. Do I need it before the mediation?');
      await page.route('**/portal-api/**', (route) => route.abort());
      await page.getByRole('button', { name: 'Send message' }).click();
      await page.getByText('Not sent').waitFor();
    },
  },
  { name: 'my-case-signed-out', show: (page, go) => go('/my-case').then(() => heading(page, /Sign in/)) },
  {
    name: 'my-case',
    as: joanna,
    show: (page, go) =>
      go('/my-case').then(() => page.getByRole('link', { name: divorce }).first().waitFor()),
  },
  { name: 'desk-sign-in', show: (page, go) => go('/desk').then(() => heading(page, 'Sign in to the desk')) },
  {
    name: 'desk-people',
    as: staff.ruth,
    show: (page, go) => go('/desk').then(() => heading(page, /^People/)),
  },
  {
    name: 'desk-cases',
    as: staff.ruth,
    show: (page, go) => go('/desk#cases').then(() => heading(page, 'Cases')),
  },
  {
    name: 'desk-case',
    as: staff.ruth,
    async show(page, go) {
      await go('/desk#cases');
      await page.getByRole('link', { name: divorce }).click();
      await heading(page, divorce);
    },
  },
  {
    name: 'desk-inbox',
    as: staff.peter,
    show: (page, go) => go('/desk#inbox').then(() => heading(page, 'Inbox')),
  },
  {
    name: 'desk-thread',
    as: staff.peter,
    async show(page, go) {
      await go('/desk#inbox');
      await page.getByRole('link', { name: /The parenting plan/ }).click();
      await page.getByLabel('Your answer').waitFor();
    },
  },
  { name: 'outbox', show: (_page, go) => go('/outbox') },
  {
    name: 'outbox-mail',
    async show(page, go) {
      await go('/outbox');
      await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
      await page.frameLocator('.outbox-html').getByRole('link').first().waitFor();
    },
  },
];

async function openCase(page: Page, go: Go): Promise<void> {
  await go('/portal#/cases');
  await page.getByRole('link', { name: divorce }).first().click();
  await heading(page, 'Your legal team');
}
