import { expect, oneEvent } from '@open-wc/testing';
import { email } from '@casefront/core/endpoints/email';
import { password } from '@casefront/core/endpoints/password';
import { fixtures, mock } from '@casefront/core/testing';
import * as stories from '../../../../stories/links.stories.ts';
import { find, press } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { answering, clear, settled, show } from '../../../../stories/support/show.ts';
import { known, secret, send } from '../../../../stories/support/sign-in.ts';

const words = (stage: HTMLElement) =>
  stage.querySelector('portal-sign-in')!.textContent!.replace(/\s+/g, ' ');
const focused = () => document.activeElement?.textContent;

describe('links of mails in <portal-sign-in>', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('F4: asks for a link with the address that was typed, and says the same whoever it belongs to', async () => {
    const sent: unknown[] = [];
    const noted = mock(password.forgot, (input) => void sent.push(input));
    const stage = await show(answering(stories, 'Forgot', noted), 'Forgot');
    expect(focused()).to.equal('Set a new password');
    await press(stage, 'button[type=submit]');
    await settled(stage);
    expect(sent).to.deep.equal([{ email: known.email }]);
    expect(words(stage)).to.contain(`If ${known.email} has access here, a link is on its way`);
    expect(focused()).to.equal('Check your email');
    await press(stage, '.form__actions .button');
    expect((await find<HTMLInputElement>(stage, 'input[name=password]')).autocomplete).to.equal(
      'current-password',
    );
  });

  it('F4: sets a new password with the link, and signs in', async () => {
    const sent: unknown[] = [];
    const noted = mock(password.reset, (input) => (sent.push(input), fixtures.session));
    const stage = await show(answering(stories, 'Reset', noted), 'Reset');
    expect(location.href).not.to.contain(secret);
    const told = oneEvent(stage, 'portal-signed-in');
    await send(stage, { password: 'four unrelated words here' });
    await told;
    expect(sent).to.deep.equal([{ token: secret, password: 'four unrelated words here' }]);
    expect(stage.querySelector('portal-sign-in')!.hidden).to.equal(true);
  });

  it('asks for the second factor next, which a new password does not replace', async () => {
    const begun = { ...fixtures.session, stage: 'second-factor', factors: ['password', 'totp'] } as const;
    const noted = mock(password.reset, { ...begun, factors: [...begun.factors] });
    const stage = await show(answering(stories, 'Reset', noted), 'Reset');
    await send(stage, { password: 'four unrelated words here' });
    await find(stage, '[autocomplete=one-time-code]');
    expect(stage.querySelector('portal-sign-in')!.hidden).to.equal(false);
  });

  it('leads from a link that has ended to a new one', async () => {
    const stage = await show(stories, 'ResetEnded');
    expect(words(stage)).to.contain('This link no longer works').and.contain('30 minutes');
    await press(stage, '.button--primary');
    expect((await find(stage, '.title')).textContent).to.equal('Set a new password');
  });

  it('confirms an address with the password, and says what is still missing', async () => {
    const stage = await show(stories, 'EmailHalf');
    expect(words(stage)).to.contain('Once you open that one too');
    expect(words(await show(stories, 'EmailChanged'))).to.contain(
      `From now on, sign in with ${fixtures.emailChange.newEmail}`,
    );
  });

  it('keeps the link when the password is wrong', async () => {
    const sent: unknown[] = [];
    const noted = mock(email.confirm, (input) => (sent.push(input), { changed: true }));
    const stage = await show(stories, 'Email');
    await send(stage, { password: 'wrong' });
    await find(stage, '.field__error');
    expect(words(stage)).to.contain('That password isn’t right');
    const own = answering(stories, 'Email', noted);
    await send(await show(own, 'Email'), { password: 'right' });
    await settled(stage);
    expect(sent).to.deep.equal([{ token: secret, password: 'right' }]);
  });

  checkStories(stories);
});
