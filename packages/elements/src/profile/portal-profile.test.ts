import { expect } from '@open-wc/testing';
import * as stories from '../../../../stories/profile.stories.ts';
import { find, press, seek, type } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { clear, show, wordsOf } from '../../../../stories/support/show.ts';

const submit = '.form button[type=submit]';

/** The words of the element, once they say this. */
async function reads(stage: HTMLElement, words: RegExp): Promise<void> {
  for (let tries = 0; tries < 100 && !words.test(wordsOf(stage)); tries++)
    await new Promise((later) => setTimeout(later, 20));
  expect(wordsOf(stage)).to.match(words);
}

describe('<portal-profile>', () => {
  afterEach(clear);

  it('F73: lists what is set, and names the setting in each button', async () => {
    const stage = await show(stories, 'Ready');
    expect(wordsOf(stage)).to.match(/Name.*Elena Marsh.*Email address.*elena\.marsh@example\.com.*Phone/);
    const names = [...seek(stage, 'portal-profile')!.shadowRoot!.querySelectorAll('.setting .button')].map(
      (one) => one.getAttribute('aria-label'),
    );
    expect(names).to.have.length(11);
    expect(new Set(names).size).to.equal(11);
  });

  it('says what is missing, and never shows an empty line', async () => {
    expect(wordsOf(await show(stories, 'Sparse'))).to.match(/Phone.*Not given.*Postal address.*Not given/);
  });

  it('says who changes what the firm keeps to itself', async () => {
    const stage = await show(stories, 'Locked');
    expect(wordsOf(stage)).to.match(/Only Harborview Law can change this/);
    expect(seek(stage, '[aria-label="Change: Name"]')).to.equal(undefined);
  });

  it('F73: saves one value, says so, and shows it', async () => {
    const stage = await show(stories, 'Phone');
    await type(stage, '#portal-profile-value', '(555) 010-0199');
    await press(stage, submit);
    await reads(stage, /Saved\..*\(555\) 010-0199/);
  });

  it('F11: offers no longer time than the firm allows', async () => {
    const stage = await show(stories, 'SignOut');
    const select = await find<HTMLSelectElement>(stage, 'select');
    expect([...select.options].map(({ value }) => Number(value))).to.deep.equal([5, 10, 15, 20, 30, 45, 60]);
    expect(select.value).to.equal('30');
  });

  it('F12: begins the time zones with the person’s own, by names that people know', async () => {
    const stage = await show(stories, 'TimeZone');
    const select = await find<HTMLSelectElement>(stage, 'select');
    expect(select.options[0]!.text).to.equal('Pacific Time, Los Angeles');
    expect(select.options.length).to.be.greaterThan(200);
  });

  it('says how long a new password must be, at the field and when it is shorter', async () => {
    const stage = await show(stories, 'Password');
    expect(wordsOf(stage)).to.contain('At least 15 characters.');
    await type(stage, '[name=current]', 'harbor lights at dusk');
    await type(stage, '[name=password]', 'eleven char');
    await press(stage, submit);
    await reads(stage, /Use at least 15 characters/);
    expect(wordsOf(stage)).not.to.contain('easy to guess');
  });

  it('F74: asks for the current password, and says what is missing at the fields', async () => {
    const stage = await show(stories, 'Password');
    await press(stage, submit);
    await reads(stage, /Enter your current password.*Enter a new password/);
  });

  it('F73: tells that both mailboxes have to answer, and takes the change back', async () => {
    const stage = await show(stories, 'Email');
    await type(stage, '#portal-profile-email', 'elena@new.example');
    await press(stage, submit);
    await reads(stage, /about to change to elena@new\.example.*Open the link we sent to/);
    await press(stage, '.notice .button');
    await reads(stage, /You sign in with/);
  });

  it('signs other browsers out', async () => {
    const stage = await show(stories, 'Devices');
    await reads(stage, /This device/);
    await press(stage, '.screen > .button--secondary');
    await reads(stage, /^(?!.*Sign out everywhere else)/s);
  });

  it('F50: keeps what somebody does not want to be told', async () => {
    const stage = await show(stories, 'Notices');
    const box = await find(stage, '#portal-notice-case-1');
    expect(box.offsetWidth, 'WCAG 2.5.8').to.be.at.least(24);
    await press(stage, '#portal-notice-case-1');
    await press(stage, '.button--primary');
    await reads(stage, /Saved\..*All but 1/);
  });

  it('goes back without having changed anything', async () => {
    const stage = await show(stories, 'Address');
    await press(stage, '.form .button--quiet');
    await reads(stage, /Your profile/);
  });
});

checkStories(stories);
