import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixtures } from '@casefront/core/testing';
import * as stories from '../../../../stories/client-portal.stories.ts';
import { find, press, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { clear, settled, show, wordsOf } from '../../../../stories/support/show.ts';
import type { NavigateDetail } from '../state/index.ts';

const [citizenship] = fixtures.cases;

/** What has the focus, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The entries of the navigation as they are read out. */
function navigation(stage: HTMLElement): string[] {
  return [...seek(stage, '.nav')!.querySelectorAll('a')].map((link) => {
    const spoken = link.cloneNode(true) as Element;
    for (const silent of spoken.querySelectorAll('[aria-hidden]')) silent.remove();
    return spoken.textContent.replace(/\s+/g, ' ').trim();
  });
}

const formOf = (stage: HTMLElement) => stage.querySelector('portal-sign-in')!.textContent;

const current = (stage: HTMLElement) => seek(stage, '.nav [aria-current=page]')?.textContent?.trim();

async function signIn(stage: HTMLElement): Promise<void> {
  (await find<HTMLInputElement>(stage, 'input[name=email]')).value = fixtures.person.email;
  (await find<HTMLInputElement>(stage, 'input[name=password]')).value = 'correct horse battery staple';
  await press(stage, 'button[type=submit]');
}

describe('<client-portal>', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('navigation', () => {
    it('has the sections of the session, with bubbles', async () => {
      const stage = await show(stories, 'Ready');
      expect(navigation(stage)).to.deep.equal(['Home', 'Cases 1 new', 'Messages 1 new', 'Profile']);
      expect(current(stage)).to.equal('Home');
    });

    it('leaves out what the server does not give, and says so to whoever goes there all the same', async () => {
      const stage = await show(stories, 'NotTheirs');
      expect(navigation(stage).map((words) => words.split(' ')[0])).to.deep.equal(['Home', 'Cases']);
      expect(wordsOf(stage))
        .to.contain('This part of the portal isn’t open to you')
        .and.contain('(360) 555-0142');
    });

    it('sends a member of the firm to their own desk, and shows no empty navigation', async () => {
      const stage = await show(stories, 'Staff');
      expect(wordsOf(stage)).to.contain('Hello, Daniel Vance').and.contain('staff desk');
      expect(seek(stage, '.nav')).to.equal(undefined);
    });

    it('opens a bookmark', async () => {
      const stage = await show(stories, 'DeepLink');
      expect(seek(stage, 'portal-case .title, .title')!.textContent).to.contain(citizenship.title);
      expect(current(stage)).to.match(/^Cases/);
    });

    it('has an address for every place, and the way back', async () => {
      const stage = await show(stories, 'Ready');
      await press(stage, '.nav a[href$="#/cases"]');
      await find(stage, 'portal-cases');
      expect(location.hash).to.equal('#/cases');
      await press(stage, '.row--link');
      await find(stage, 'portal-case');
      expect(location.hash).to.match(/^#\/cases\/case_/);
      history.back();
      await find(stage, 'portal-cases');
      history.back();
      await find(stage, 'portal-dashboard');
    });

    it('does not take the focus when the page opens', async () => {
      await show(stories, 'Ready');
      expect(focused()).to.equal(document.body);
    });

    it('begins reading at the title of the section that was chosen', async () => {
      const stage = await show(stories, 'Ready');
      await press(stage, '.nav a[href$="#/cases"]');
      await find(stage, 'portal-cases');
      await settled(stage);
      const at = focused()!;
      expect([at.matches('.title'), at.textContent]).to.deep.equal([true, 'Your cases']);
    });

    it('lets a host with its own router intercept it', async () => {
      const stage = await show(stories, 'Ready');
      const host = stage.querySelector('client-portal')!;
      const details: NavigateDetail[] = [];
      stage.addEventListener('portal-navigate', (event) => {
        details.push(event.detail);
        event.preventDefault();
      });
      await press(stage, '.nav a[href$="#/cases"]');
      expect(location.hash).to.equal('#/');
      expect(details).to.have.length(1);
      expect(details[0]).to.include({ place: 'cases' });
      host.path = '/cases';
      await find(stage, 'portal-cases');
    });

    it('leaves a fragment of the page alone', async () => {
      const stage = await show(stories, 'Cases');
      location.hash = '#contact';
      await settled(stage);
      expect(seek(stage, 'portal-cases')).to.not.equal(undefined);
    });

    it('skips to the content by keyboard', async () => {
      const stage = await show(stories, 'Ready');
      await sendKeys({ press: 'Tab' });
      expect(focused()!.textContent).to.equal('Skip to main content');
      await sendKeys({ press: 'Enter' });
      expect(focused()!.matches('.content')).to.equal(true);
      expect(location.hash).to.equal('#/');
      expect(stage.isConnected).to.equal(true);
    });

    it('touches the title of the document only when asked to', async () => {
      const before = (document.title = 'Harborview Law');
      const stage = await show(stories, 'Cases');
      expect(document.title).to.equal(before);
      const host = stage.querySelector('client-portal')!;
      host.documentTitle = true;
      await host.updateComplete;
      expect(document.title).to.equal(`Cases – ${before}`);
    });
  });

  describe('where people may be watched', () => {
    it('has the quick exit above everything, inside and before signing in', async () => {
      for (const name of ['WatchedPeople', 'WatchedPeopleSignedOut']) {
        const stage = await show(stories, name);
        await find(stage, '.leave');
        const [first] = stage.querySelector('client-portal')!.shadowRoot!.children;
        expect(first!.localName, name).to.equal('portal-exit');
      }
      expect(seek(await show(stories, 'Ready'), 'portal-exit')).to.equal(undefined);
    });

    it('names neither the firm nor the section in the title of the document, nor the firm around the content', async () => {
      const before = (document.title = 'Client portal – Harborview Law');
      const stage = await show(stories, 'WatchedPeople');
      expect(document.title).to.equal('Portal');
      expect(seek(stage, '.head')!.textContent).not.to.contain('Harborview');
      clear();
      expect(document.title).to.equal(before);
      expect(seek(await show(stories, 'Ready'), '.head')!.textContent).to.contain('Harborview');
    });
  });

  describe('signing in and out', () => {
    it('shows what the bookmark says once somebody has signed in', async () => {
      const stage = await show(stories, 'SignedOut');
      location.hash = `#/cases/${citizenship.id}`;
      const told = oneEvent(stage, 'portal-signed-in');
      await signIn(stage);
      expect((await told).detail.person.name).to.equal(fixtures.person.name);
      await find(stage, 'portal-case');
      expect(seek(stage, 'portal-sign-in')).to.equal(undefined);
    });

    it('keeps the form in light DOM, where a password manager finds it', async () => {
      const stage = await show(stories, 'SignedOut');
      const at = (name: string) => stage.querySelector<HTMLInputElement>(`form input[name=${name}]`)!;
      expect([at('email').autocomplete, at('password').autocomplete]).to.deep.equal([
        'username',
        'current-password',
      ]);
    });

    it('forgets everything on signing out, and says so', async () => {
      const stage = await show(stories, 'Ready');
      await press(stage, '.account .button');
      await find(stage, 'portal-sign-in form');
      await settled(stage);
      expect(formOf(stage)).to.contain('You’re signed out.');
      expect(wordsOf(stage)).not.to.contain(citizenship.title);
      expect(focused()!.matches('portal-sign-in .title')).to.equal(true);
    });

    it('lets a host ask before signing out', async () => {
      const stage = await show(stories, 'Ready');
      stage.addEventListener('portal-sign-out', (event) => event.preventDefault());
      await press(stage, '.account .button');
      await settled(stage);
      expect(seek(stage, 'portal-dashboard')).to.not.equal(undefined);
    });

    it('says so when signing out did not work', async () => {
      expect(wordsOf(await show(stories, 'StillSignedIn'))).to.contain('You’re still signed in');
    });

    it('takes everything away when the session has ended, and tells the host once', async () => {
      const stage = await show(stories, 'Expired', { still: true });
      let told = 0;
      stage.addEventListener('portal-session-expired', () => told++);
      await press(stage, '.nav a[href$="#/cases"]');
      await find(stage, 'portal-sign-in form');
      await settled(stage);
      expect(told).to.equal(1);
      expect(formOf(stage)).to.contain('You were signed out');
      expect(wordsOf(stage)).not.to.contain(citizenship.title);
    });
  });

  it('shows the other portals of a client of several firms, and asks for them only after the first screen', async () => {
    performance.clearResourceTimings();
    const asked = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/firms')).length;
    const stage = await show(stories, 'SeveralFirms', { still: true });
    await find(stage, '.row');
    expect(asked()).to.equal(0);
    await find(stage, '.account portal-firms');
    await waitUntil(() => asked() === 1, 'never asked', { timeout: 5_000 });
    expect((await find(stage, '.switch summary')).textContent).to.contain('Switch portal');
  });

  describe('before it is there', () => {
    it('shows what the page says', async () => {
      const stage = await show(stories, 'Loading');
      const { width, height } = stage.querySelector('client-portal > p')!.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.greaterThan(0);
    });

    it('says what to do when the server cannot be reached, and tries again', async () => {
      const stage = await show(stories, 'Unreachable');
      expect(seek(stage, '.state--error .button')!.textContent).to.contain('Try again');
    });
  });

  it('changes its language by one press, and remembers it', async () => {
    const stage = await show(stories, 'Ready');
    await press(stage, '.languages button');
    await settled(stage);
    try {
      expect(navigation(stage)[0]).to.equal('Inicio');
      expect(seek(stage, '.portal')!.lang).to.equal('es');
      clear();
      expect(navigation(await show(stories, 'Ready'))[0]).to.equal('Inicio');
    } finally {
      localStorage.clear();
    }
  });

  it('puts the navigation at the foot of a phone, inside the element', async () => {
    const stage = await show(stories, 'Ready', { width: 360 });
    const nav = seek(stage, '.nav')!;
    expect(getComputedStyle(nav).position).to.equal('sticky');
    const bottom = seek(stage, '.portal')!.getBoundingClientRect().bottom;
    expect(nav.getBoundingClientRect().bottom).to.be.at.most(bottom + 1);
    for (const link of nav.querySelectorAll('a')) expect(link.offsetHeight).to.be.at.least(44);
  });

  checkStories(stories);
});
