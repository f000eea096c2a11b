import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import * as all from '../../../../stories/cases.stories.ts';
import { find, press, seek } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { clear, only, show, wordsOf } from '../../../../stories/support/show.ts';

/** The stories of the list; those of one case are in portal-case.test.ts. */
const stories = only(all, (name) => !name.startsWith('Detail'));

const rows = (stage: HTMLElement) => [
  ...seek(stage, 'portal-cases')!.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.row'),
];

describe('<portal-cases>', () => {
  afterEach(clear);

  it('says of each case what it is, where it stands and what happens now', async () => {
    const [first] = rows(await show(stories, 'Ready'));
    expect(first!.innerText).to.match(
      /Citizenship application[^]*Immigration[^]*Now: USCIS reviews[^]*Waiting for a decision/,
    );
  });

  it('says in words what is new', async () => {
    const [first, second] = rows(await show(stories, 'Ready'));
    expect(first!.textContent).to.contain('Updated');
    expect(second!.textContent).not.to.contain('Updated');
  });

  it('makes the whole row a link to the case', async () => {
    const [first] = rows(await show(stories, 'Ready'));
    expect(first!.localName).to.equal('a');
    expect(first!.hash).to.match(/^#\/cases\/case_/);
  });

  it('is walked and opened with the keyboard', async () => {
    const stage = await show(stories, 'Ready');
    const opened: (string | undefined)[] = [];
    stage.addEventListener('portal-navigate', (event) => {
      event.preventDefault();
      opened.push(event.detail.id);
    });
    rows(stage)[0]!.focus();
    await sendKeys({ press: 'Tab' });
    expect(seek(stage, 'portal-cases')!.shadowRoot!.activeElement).to.equal(rows(stage)[1]);
    await sendKeys({ press: 'Enter' });
    expect(opened).to.deep.equal([rows(stage)[1]!.hash.split('/').at(-1)]);
  });

  it('keeps closed cases apart, and adds the next page when asked', async () => {
    const stage = await show(stories, 'Many');
    expect(wordsOf(stage)).to.match(/Open cases.*Closed cases/);
    expect(rows(stage)).to.have.length(4);
    await press(stage, '.cases > .button');
    await find(stage, '.section:last-of-type .list__item:nth-child(2)');
    expect(rows(stage)).to.have.length(5);
    expect(seek(stage, '.cases > .button')).to.equal(undefined);
  });

  it('has no headings for open and closed when there is only one kind', async () => {
    expect(wordsOf(await show(stories, 'Ready'))).not.to.contain('Open cases');
  });

  it('tells a new client what will be here', async () => {
    expect(wordsOf(await show(stories, 'Empty'))).to.contain('When Harborview Law shares a case with you');
  });
});

checkStories(stories);
