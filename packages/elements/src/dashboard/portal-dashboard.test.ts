import { expect } from '@open-wc/testing';
import * as stories from '../../../../stories/dashboard.stories.ts';
import { find, press, seek } from '../../../../stories/support/act.ts';
import { checkStories, missingWords, stickingOut } from '../../../../stories/support/check.ts';
import { clear, show, wordsOf } from '../../../../stories/support/show.ts';
import type { NavigateDetail } from '../state/index.ts';

const headings = (stage: HTMLElement) =>
  [...seek(stage, 'portal-dashboard')!.shadowRoot!.querySelectorAll('h2, h3')].map((one) => one.textContent);

describe('<portal-dashboard>', () => {
  afterEach(clear);

  it('says what to do first, then what happens next', async () => {
    expect(headings(await show(stories, 'Ready'))).to.deep.equal([
      'Hello, Elena Marsh',
      'What you need to do',
      'What happens next',
      'Your cases',
      'Coming up',
      'Recent activity',
      'Contact us',
    ]);
  });

  it('asks the server once', async () => {
    performance.clearResourceTimings();
    await show(stories, 'Ready');
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(asked.filter((url) => url.includes('/v1/dashboard'))).to.have.length(1);
    expect(asked.filter((url) => /\/v1\/(cases|events|activity|threads)/.test(url))).to.deep.equal([]);
  });

  it('shows three things to do, and all of them when asked', async () => {
    const stage = await show(stories, 'Many');
    const tasks = seek(stage, '.tasks')!;
    expect(tasks.querySelectorAll('.row')).to.have.length(3);
    await press(tasks, '.button');
    await find(tasks, '.list__item:nth-child(5)');
    expect(tasks.textContent).to.contain('and 4 more things to do');
    expect(tasks.querySelector('.button')).to.equal(null);
  });

  it('marks what is overdue in words', async () => {
    const stage = await show(stories, 'Many');
    expect(seek(stage, '.tag--warning')!.textContent).to.match(/^Was due /);
  });

  it('names the case of a thing to do only when there are several', async () => {
    expect(seek(await show(stories, 'Ready'), '.tasks')!.textContent).to.contain('Citizenship application');
    expect(seek(await show(stories, 'One'), '.tasks')!.textContent).not.to.contain('Citizenship application');
  });

  it('falls back on the step that a case is in when no date is set', async () => {
    const words = wordsOf(await show(stories, 'NextStep'));
    expect(words).to.contain('USCIS reviews your application');
    expect(words).to.contain('You don’t need to do anything right now.');
    expect(words).to.contain('You’re all caught up');
  });

  it('never moves a whole day by a time zone', async () => {
    const stage = await show(stories, 'AllDayEvent');
    const time = seek<HTMLTimeElement>(stage, '.event time')!;
    const day = new Date(`${time.dateTime}T12:00:00Z`).toLocaleDateString('en-US', {
      dateStyle: 'full',
      timeZone: 'UTC',
    });
    expect(time.textContent).to.equal(day);
  });

  it('shows the host’s choice of sections in the host’s order', async () => {
    const stage = await show(stories, 'ChosenSections');
    expect(headings(stage).slice(1)).to.deep.equal([
      'What happens next',
      'What you need to do',
      'Contact us',
    ]);
  });

  it('shows the firm’s telephone when it fails, and tries again when asked', async () => {
    const stage = await show(stories, 'Failed');
    expect(seek<HTMLAnchorElement>(stage, '.phone')!.href).to.equal('tel:3605550142');
    const before = performance.getEntriesByType('resource').length;
    await press(stage, '.state--error .button');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const asked = performance.getEntriesByType('resource').slice(before);
    expect(asked.some(({ name }) => name.includes('/v1/dashboard'))).to.equal(true);
  });

  it('sends whoever is signed out to sign in', async () => {
    expect(wordsOf(await show(stories, 'SignedOut'))).to.contain('Sign in');
  });

  it('speaks Spanish', async () => {
    const stage = await show(stories, 'Spanish');
    expect(wordsOf(stage)).to.contain('Lo que usted tiene que hacer');
    expect(
      seek(stage, 'portal-dashboard')!.shadowRoot!.querySelector('[lang]')!.getAttribute('lang'),
    ).to.match(/^es/);
  });

  it('lets the host take over where its links lead', async () => {
    const stage = await show(stories, 'Ready');
    const details: NavigateDetail[] = [];
    stage.addEventListener('portal-navigate', (event) => {
      details.push(event.detail);
      event.preventDefault();
    });
    const before = location.href;
    await press(stage, '.tasks .row');
    expect(details).to.have.length(1);
    expect(details[0]!.place).to.equal('case');
    expect(location.href).to.equal(before);
  });

  it('begins reading at its title when it is focused', async () => {
    const stage = await show(stories, 'Ready');
    const element = seek(stage, 'portal-dashboard')!;
    element.focus();
    expect(element.shadowRoot!.activeElement).to.equal(element.shadowRoot!.querySelector('h2'));
  });

  it('has headings of the level that the host gives', async () => {
    const stage = await show(stories, 'Ready');
    const element = seek(stage, 'portal-dashboard')!;
    element.setAttribute('heading-level', '1');
    await (element as HTMLElementTagNameMap['portal-dashboard']).updateComplete;
    expect(element.shadowRoot!.querySelector('h1')!.textContent).to.equal('Hello, Elena Marsh');
    expect(element.shadowRoot!.querySelector('h3')).to.equal(null);
  });

  it('shares one answer between two copies on a page', async () => {
    const stage = await show(stories, 'Ready');
    const asked = () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/dashboard')).length;
    const before = asked();
    const first = seek(stage, 'portal-dashboard')!;
    stage.append(first.cloneNode(true));
    await find(stage.lastElementChild!.shadowRoot!, '.tasks');
    expect(asked()).to.equal(before);
  });
});

describe('the checks of every story', () => {
  afterEach(clear);

  it('see a key in place of words, and what does not fit', async () => {
    const stage = await show(stories, 'Ready', { width: 320 });
    const root = seek(stage, 'portal-dashboard')!.shadowRoot!;
    const wrong = document.createElement('p');
    wrong.textContent = 'dashboard.not-there {name}';
    wrong.style.inlineSize = '400px';
    wrong.style.whiteSpace = 'nowrap';
    root.append(wrong);
    expect(missingWords(stage)).to.deep.equal(['dashboard.not-there', '{name}']);
    expect(stickingOut(stage)).to.have.length(1);
  });
});

checkStories(stories);
