import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { notifications } from '@casefront/core/endpoints/notifications';
import { fixtures, mock } from '@casefront/core/testing';
import * as all from '../../../../stories/cases.stories.ts';
import { find, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, only, settled, show, wordsOf } from '../../../../stories/support/show.ts';

const stories = only(all, (name) => name.startsWith('Detail'));

const [citizenship] = fixtures.cases;
const steps = (stage: HTMLElement) => [...seek(stage, '.steps')!.querySelectorAll<HTMLLIElement>('.step')];

describe('<portal-case>', () => {
  afterEach(clear);

  it('says where the case stands and what that means', async () => {
    const words = wordsOf(await show(stories, 'Detail'));
    expect(words).to.contain('Waiting for a decision');
    expect(words).to.contain('USCIS is reviewing your application.');
  });

  it('shows every step with its state in words, and never a percentage', async () => {
    const stage = await show(stories, 'Detail');
    expect(
      steps(stage).map((step) => step.querySelector('.step__status')!.textContent!.trim().split(' ')[0]),
    ).to.deep.equal(['Done', 'Done', 'Waiting', 'Waiting', 'Not', 'Not']);
    expect(wordsOf(stage)).not.to.match(/\d\s?%/);
  });

  it('opens the current steps and folds the others', async () => {
    const stage = await show(stories, 'Detail');
    expect(steps(stage).map((step) => step.querySelector('details') === null)).to.deep.equal([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
    expect(steps(stage).filter((step) => step.ariaCurrent === 'step')).to.have.length(2);
  });

  it('unfolds a step with the keyboard', async () => {
    const stage = await show(stories, 'Detail');
    const details = steps(stage)[0]!.querySelector('details')!;
    details.querySelector('summary')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(details.open).to.equal(true);
    expect(details.innerText).to.contain('We collect your papers');
  });

  it('says how long a step often takes, as long as it is not done', async () => {
    expect(wordsOf(await show(stories, 'Detail'))).to.contain('This often takes 4 to 6 months.');
  });

  it('shows what to do only when there is something', async () => {
    expect(seek(await show(stories, 'Detail'), '.tasks .row')).not.to.equal(undefined);
    expect(seek(await show(stories, 'DetailCalm'), '.tasks')).to.equal(undefined);
  });

  it('leads from what there is to do to the step in the list, on the same page', async () => {
    const stage = await show(stories, 'Detail');
    const before = location.hash;
    const row = [...seek(stage, '.tasks')!.querySelectorAll<HTMLAnchorElement>('.row')].find(
      ({ hash }) => hash === `#/cases/${citizenship.id}`,
    )!;
    row.click();
    const step = seek(stage, 'portal-case')!.shadowRoot!.activeElement!;
    expect(step.matches('.step')).to.equal(true);
    expect(wordsOf(step as HTMLElement)).to.contain(wordsOf(row.querySelector<HTMLElement>('.row__title')!));
    expect(location.hash).to.equal(before);
  });

  it('shows who works on it, and leads to writing to them', async () => {
    const stage = await show(stories, 'Detail');
    expect(wordsOf(seek(stage, '.team')!)).to.contain('Ruth Okafor');
    const write = [
      ...seek(stage, 'portal-case')!.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a.button'),
    ];
    expect(write.map(({ hash }) => hash)).to.deep.equal([`#/inbox/new/${citizenship.id}`]);
  });

  it('names the one person to write to', async () => {
    expect(wordsOf(await show(stories, 'DetailCalm'))).to.contain('Write to Daniel Vance');
  });

  it('offers no writing to whoever may not', async () => {
    expect(seek(await show(stories, 'DetailReadOnly'), 'a.button')).to.equal(undefined);
  });

  it('invites a question when no steps are shared', async () => {
    expect(wordsOf(await show(stories, 'DetailWithoutSteps'))).to.contain('hasn’t shared any steps');
  });

  it('says the same for a case that is missing and one of somebody else, and how to go on', async () => {
    const words = wordsOf(await show(stories, 'DetailNotFound'));
    expect(words).to.contain('It may no longer be shared with you.');
    expect(words).to.contain('(360) 555-0142');
    expect(words).to.contain('Go to your home page');
  });

  /** Shows a story and writes down what it says was looked at. */
  async function seenIn(name: string): Promise<unknown[]> {
    const seen: unknown[] = [];
    const told = mock(notifications.seen, (item) => {
      seen.push(item);
      return fixtures.counts;
    });
    await settled(await show(answering(stories, name, told), name));
    return seen;
  }

  it('tells the server, as far as was seen, that the news were looked at', async () => {
    const { id, revision } = citizenship;
    expect(await seenIn('Detail')).to.deep.equal([{ type: 'case', id, revision }]);
  });

  it('tells nothing of a case without news', async () => {
    expect(await seenIn('DetailCalm')).to.deep.equal([]);
  });

  it('follows the page’s address when the host names no case', async () => {
    const stage = await show(stories, 'Detail');
    const element = seek(stage, 'portal-case')!;
    element.removeAttribute('case-id');
    location.hash = `#/cases/${fixtures.cases[1].id}`;
    await find(stage, '.member:nth-child(2)');
    await settled(stage);
    expect(element.shadowRoot!.querySelector('h2')!.textContent).to.equal('Divorce from Paul Marsh');
    history.replaceState(null, '', location.pathname + location.search);
  });
});

checkStories(stories);
