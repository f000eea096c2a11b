import { createClient } from '@casefront/core/client';
import { dashboard } from '@casefront/core/endpoints/dashboard';
import { firm } from '@casefront/core/endpoints/firm';
import { session } from '@casefront/core/endpoints/session';
import { fixtures, mock, mockFetch, problem, world } from '@casefront/core/testing';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/portal-cases.ts';
import '../define/portal-dashboard.ts';
import '../define/portal-exit.ts';
import '../define/portal-inbox.ts';
import '../define/portal-provider.ts';
import '../define/portal-sign-in.ts';
import { DEFAULT_BRAND, paletteOf } from '../theme/index.ts';

const clientOf = (...handlers: ReturnType<typeof world>) =>
  createClient({ api: 'http://portal.test', fetch: mockFetch(...handlers, ...world()) });

const red = '#7a1f2b';
const brandOf = (
  client = clientOf(mock(firm.get, { ...fixtures.firm, branding: { brand: red, logoUrl: null } })),
) => client;

/** The colour of the buttons inside, `#rrggbb`. */
function solid(element: Element): string {
  const probe = document.createElement('span');
  element.shadowRoot!.append(probe);
  probe.style.color = 'var(--_brand-solid)';
  const [r, g, b] = getComputedStyle(probe).color.match(/\d+/g)!.map(Number);
  probe.remove();
  return '#' + [r, g, b].map((value) => value!.toString(16).padStart(2, '0')).join('');
}

const dashboardIn = (page: Element) => page.querySelector('portal-dashboard')!;
const light = (brand: string) => paletteOf(brand).light['brand-solid'];

describe('<portal-provider>', () => {
  it('takes no room of its own', async () => {
    const page = await fixture(
      html`<portal-provider .client=${clientOf()}><p>The firm’s words.</p></portal-provider>`,
    );
    expect(getComputedStyle(page).display).to.equal('contents');
  });

  it('hands the firm’s colour to the elements inside', async () => {
    const page = await fixture(
      html`<portal-provider .client=${brandOf()}><portal-dashboard></portal-dashboard></portal-provider>`,
    );
    await waitUntil(() => solid(dashboardIn(page)) === light(red));
    expect(light(red)).not.to.equal(light(DEFAULT_BRAND));
  });

  it('prefers the colour that the page has set', async () => {
    const page = await fixture(
      html`<portal-provider .client=${brandOf()} brand="#0b6b3a"><portal-dashboard></portal-dashboard></portal-provider>`,
    );
    await waitUntil(() => dashboardIn(page).renderRoot.textContent!.includes('Hello'));
    expect(solid(dashboardIn(page))).to.equal(light('#0b6b3a'));
  });

  it('asks once to sign in, however many elements wait for it', async () => {
    const client = clientOf(mock(session.get, problem('auth.required')));
    const page = await fixture(
      html`<portal-provider .client=${client}>
        <portal-sign-in></portal-sign-in>
        <portal-cases></portal-cases>
        <portal-inbox></portal-inbox>
      </portal-provider>`,
    );
    const words = (tag: string) => page.querySelector<HTMLElement>(tag)!.shadowRoot!.textContent!.trim();
    await waitUntil(() => page.querySelector('portal-sign-in')!.textContent!.includes('Password'));
    expect([words('portal-cases'), words('portal-inbox')]).to.deep.equal(['', '']);
    page.querySelector('portal-sign-in')!.remove();
    const alone = await fixture(
      html`<portal-provider .client=${client}><portal-cases></portal-cases></portal-provider>`,
    );
    const text = () => alone.querySelector('portal-cases')!.shadowRoot!.textContent!;
    await waitUntil(() => text().includes('Please sign in'), 'the control: alone it says so itself');
    expect(text()).not.to.contain('Your cases');
  });

  it('F14: gives a page with the quick exit a title that tells nothing, until it goes', async () => {
    const before = document.title;
    const safety = { exitUrl: 'https://weather.example/' };
    const client = clientOf(mock(firm.get, { ...fixtures.firm, safety }));
    const page = await fixture(
      html`<portal-provider .client=${client}><portal-exit></portal-exit></portal-provider>`,
    );
    await waitUntil(() => document.title === 'Portal');
    page.querySelector('portal-exit')!.remove();
    expect(document.title).to.equal(before);
  });

  it('speaks the language of its attribute, and follows a change of it', async () => {
    const page = await fixture(
      html`<portal-provider .client=${clientOf()} lang="es"><portal-dashboard></portal-dashboard></portal-provider>`,
    );
    const words = () => dashboardIn(page).renderRoot.textContent!;
    await waitUntil(() => words().includes('Hola'));
    page.setAttribute('lang', 'en');
    await waitUntil(() => words().includes('Hello'));
  });

  it('lets links lead to the page of the portal', async () => {
    const page = await fixture(
      html`<portal-provider .client=${clientOf()} home="/portal"><portal-dashboard></portal-dashboard></portal-provider>`,
    );
    await waitUntil(() => dashboardIn(page).renderRoot.querySelector('.row--link'));
    expect(dashboardIn(page).renderRoot.querySelector('.row--link')!.getAttribute('href')).to.match(
      /^\/portal#\/cases\//,
    );
  });

  it('follows the colour scheme of the page, not of the system', async () => {
    const page = await fixture(
      html`<div><portal-provider .client=${clientOf()}><portal-dashboard></portal-dashboard></portal-provider></div>`,
    );
    await waitUntil(() => dashboardIn(page).renderRoot.textContent!.includes('Hello'));
    const { brand } = fixtures.firm.branding;
    const [before, expected] = [solid(dashboardIn(page)), paletteOf(brand).dark['brand-solid']];
    (page as HTMLElement).style.colorScheme = 'dark';
    expect(before).to.equal(light(brand));
    expect(solid(dashboardIn(page))).to.equal(expected);
  });

  it('signs in once for all the elements inside', async () => {
    let here = false;
    const mine =
      <T>(answer: T) =>
      () =>
        here ? answer : (problem('auth.required') as never);
    const client = clientOf(
      mock(session.get, mine(fixtures.session)),
      mock(dashboard.get, mine(fixtures.dashboard)),
      mock(session.create, () => ((here = true), fixtures.session)),
    );
    const page = await fixture(
      html`<portal-provider .client=${client}>
        <portal-sign-in></portal-sign-in><portal-dashboard></portal-dashboard>
      </portal-provider>`,
    );
    const words = () => dashboardIn(page).renderRoot.textContent!;
    await waitUntil(() => page.querySelector('form'));
    page.querySelector<HTMLInputElement>('[name=email]')!.value = fixtures.person.email;
    page.querySelector<HTMLInputElement>('[name=password]')!.value = 'correct horse battery';
    page.querySelector('form')!.requestSubmit();
    await waitUntil(() => words().includes('Hello'));
    expect(page.querySelector('portal-sign-in')!.hidden).to.equal(true);
  });
});
