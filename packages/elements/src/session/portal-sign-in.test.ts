import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fixtures, mock, world } from '@casefront/core/testing';
import { invitations } from '@casefront/core/endpoints/invitations';
import { session } from '@casefront/core/endpoints/session';
import { html } from 'lit';
import type { StoryObj } from '@storybook/web-components-vite';
import * as stories from '../../../../stories/sign-in.stories.ts';
import { find, press } from '../../../../stories/support/act.ts';
import { checkStories } from '../../../../stories/support/check.ts';
import { clear, settled, show, wordsOf } from '../../../../stories/support/show.ts';
import { signedOut } from '../../../../stories/support/viewers.ts';

const element = (stage: HTMLElement) => stage.querySelector('portal-sign-in')!;
const input = (stage: HTMLElement, name: string) => find<HTMLInputElement>(stage, `input[name=${name}]`);

const type = async (stage: HTMLElement, name: string, value: string) => {
  (await input(stage, name)).value = value; // as a password manager does: without an event
};

/** A module of one story, with its own answers. */
const withAnswers = (story: StoryObj, ...msw: ReturnType<typeof world>) => ({
  default: stories.default,
  Own: { ...story, parameters: { ...story.parameters, msw: [...msw, ...world()] } },
});

describe('<portal-sign-in>', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  describe('with address and password', () => {
    it('is a form that password managers know', async () => {
      const stage = await show(stories, 'SignIn');
      const fields = [...stage.querySelectorAll<HTMLInputElement>('form input')];
      expect(fields.map(({ type, name, autocomplete }) => [type, name, autocomplete])).to.deep.equal([
        ['email', 'email', 'username'],
        ['password', 'password', 'current-password'],
      ]);
    });

    it('signs in by keyboard, with what was filled in', async () => {
      const sent: unknown[] = [];
      const own = withAnswers(
        stories.SignIn,
        signedOut,
        mock(session.create, (input) => (sent.push(input), fixtures.session)),
      );
      const stage = await show(own, 'Own');
      await type(stage, 'email', ` ${fixtures.person.email} `);
      await type(stage, 'password', ' correct horse battery ');
      const told = oneEvent(stage, 'portal-signed-in');
      (await input(stage, 'password')).focus();
      await sendKeys({ press: 'Enter' });
      expect((await told).detail.person.email).to.equal(fixtures.person.email);
      expect(sent).to.deep.equal([{ email: fixtures.person.email, password: ' correct horse battery ' }]);
    });

    it('hides when somebody is signed in', async () => {
      const stage = await show(withAnswers(stories.SignIn), 'Own');
      expect([element(stage).hidden, element(stage).offsetHeight]).to.deep.equal([true, 0]);
    });

    it('says what is missing at the top, with the focus there, and at the field', async () => {
      const stage = await show(stories, 'Missing');
      const summary = await find(stage, '.summary');
      expect(document.activeElement).to.equal(summary);
      expect([...summary.querySelectorAll('a')].map((link) => link.textContent)).to.deep.equal([
        'Enter your email address',
        'Enter your password',
      ]);
      summary.querySelector('a')!.click();
      expect(document.activeElement).to.equal(await input(stage, 'email'));
      expect((await input(stage, 'email')).getAttribute('aria-invalid')).to.equal('true');
    });

    it('keeps what was typed when the server refuses, and blames neither of both', async () => {
      const stage = await show(stories, 'Refused');
      expect((await find(stage, '.summary')).textContent).to.contain('That email and password don’t match');
      expect((await input(stage, 'email')).value).to.equal(fixtures.person.email);
      expect(stage.querySelector('[aria-invalid]')).to.equal(null);
    });

    it('says how long to wait after too many tries', async () => {
      expect((await find(await show(stories, 'TooManyTries'), '.summary')).textContent).to.contain(
        '5 minutes',
      );
    });

    it('sends once, however often it is pressed', async () => {
      let sent = 0;
      const own = withAnswers(
        stories.SignIn,
        signedOut,
        mock(session.create, () => (sent++, new Promise<never>(() => {}))),
      );
      const stage = await show(own, 'Own');
      await type(stage, 'email', fixtures.person.email);
      await type(stage, 'password', 'correct horse battery');
      for (let i = 0; i < 3; i++) await press(stage, 'button[type=submit]');
      await settled(stage);
      expect(sent).to.equal(1);
      expect((await find(stage, 'button[type=submit]')).textContent).to.contain('Signing in…');
    });
  });

  it('tells a colleague of the work, not of a case of theirs', async () => {
    const words = wordsOf(await show(stories, 'InvitationOfColleague'));
    expect(words).to.contain('as a member of the firm');
    expect(words).not.to.contain('your case');
  });

  describe('with an invitation', () => {
    it('says who invites whom, and takes the secret out of the address and the history', async () => {
      const entries = history.length;
      const stage = await show(stories, 'Invitation');
      expect((await find(stage, '.title')).textContent).to.equal('Welcome, Elena Marsh');
      expect(element(stage).textContent)
        .to.contain('Ruth Okafor at Harborview Law')
        .and.contain(fixtures.person.email);
      expect(location.href).not.to.contain('invitation');
      expect(history.length).to.equal(entries);
    });

    it('tells a password manager whose new password it is', async () => {
      const stage = await show(stories, 'Invitation');
      const username = await input(stage, 'username');
      expect([username.value, username.autocomplete, username.readOnly]).to.deep.equal([
        fixtures.person.email,
        'username',
        true,
      ]);
      expect((await input(stage, 'password')).autocomplete).to.equal('new-password');
    });

    it('asks for as many characters as the server does', async () => {
      const stage = await show(stories, 'InvitationTooShort');
      expect((await find(stage, '.summary')).textContent).to.contain('Use at least 15 characters');
      const field = await input(stage, 'password');
      const words = field
        .getAttribute('aria-describedby')!
        .split(' ')
        .map((id) => document.getElementById(id)!);
      expect(words.map((one) => one.textContent!.trim())[0]).to.match(/^At least 15 characters/);
    });

    it('shows a weak password at its field', async () => {
      const stage = await show(stories, 'InvitationWeak');
      expect((await find(stage, '.field__error')).textContent).to.contain('easy to guess');
    });

    it('signs in with the new password', async () => {
      const sent: unknown[] = [];
      const own = withAnswers(
        stories.Invitation,
        signedOut,
        ...stories.Invitation.parameters!['msw'].slice(1, 2),
        mock(invitations.accept, (input) => (sent.push(input), fixtures.session)),
      );
      const stage = await show(own, 'Own');
      await type(stage, 'password', 'four unrelated words here');
      const told = oneEvent(stage, 'portal-signed-in');
      await press(stage, 'button[type=submit]');
      await told;
      expect(sent).to.deep.equal([{ token: 't'.repeat(43), password: 'four unrelated words here' }]);
      await element(stage).updateComplete;
      expect(element(stage).hidden).to.equal(true);
    });

    it('is friendly about a link that has ended, and sends a new one to the same address', async () => {
      const sent: unknown[] = [];
      const own = withAnswers(
        stories.InvitationEnded,
        ...stories.InvitationEnded.parameters!['msw'].slice(0, 2),
        mock(invitations.renew, (input) => void sent.push(input)),
      );
      const stage = await show(own, 'Own');
      expect(element(stage).textContent)
        .to.contain('This link no longer works')
        .and.contain('only once')
        .and.contain('(360) 555-0142');
      await press(stage, '.button--primary');
      await settled(stage);
      expect(sent).to.deep.equal([{ token: 't'.repeat(43) }]);
      expect(element(stage).textContent).to.contain('a new one is on its way to the same address');
      expect(document.activeElement?.textContent).to.equal('Check your email');
      await press(stage, '.form__actions .button');
      expect((await input(stage, 'password')).autocomplete).to.equal('current-password');
    });

    it('says that a link was cut off on its way, which no server can mend', async () => {
      const own = withAnswers(
        stories.Invitation,
        signedOut,
        mock(invitations.look, () => fixtures.session as never),
      );
      const cut = { ...own.Own, parameters: { ...own.Own.parameters, hash: '#invitation=abc' } };
      const stage = await show({ ...own, Own: cut }, 'Own');
      expect(element(stage).textContent).to.contain('This link isn’t complete');
      expect(stage.querySelector('.button--primary')).to.equal(null);
    });

    it('is not lost when the page is loaded again while the password is chosen', async () => {
      const stage = await show(stories, 'Invitation');
      expect(location.href).not.to.contain('ttt');
      stage.querySelector('portal-sign-in')!.remove();
      const answers = withAnswers(
        stories.Invitation,
        ...stories.Invitation.parameters!['msw'].slice(0, 2),
        mock(invitations.accept, fixtures.session),
      );
      const render = () => html`<portal-sign-in api="/loaded-again"></portal-sign-in>`;
      const loaded = await show({ ...answers, Own: { ...answers.Own, render } }, 'Own');
      expect((await find(loaded, '.title')).textContent).to.equal('Welcome, Elena Marsh');
      await type(loaded, 'password', 'four unrelated words here');
      await press(loaded, 'button[type=submit]');
      await settled(loaded);
      expect(history.state, 'used, and so forgotten').to.deep.equal({});
    });

    it('is shown even while somebody else is signed in on this computer', async () => {
      const own = withAnswers(stories.Invitation, ...stories.Invitation.parameters!['msw'].slice(1, 2));
      expect((await find(await show(own, 'Own'), '.title')).textContent).to.equal('Welcome, Elena Marsh');
    });
  });

  it('holds its look against the stylesheet of the page', async () => {
    const stage = await show(stories, 'SignIn');
    const look = async () => {
      const { fontSize, color, borderTopColor, height, textTransform } = getComputedStyle(
        await input(stage, 'email'),
      );
      return { fontSize, color, borderTopColor, height, textTransform };
    };
    const before = await look();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'main input, input#portal-email { font-size: 7px !important; color: red !important; border: 3px solid red; height: 9px !important; text-transform: uppercase }',
    );
    document.adoptedStyleSheets.push(sheet);
    try {
      expect(await look()).to.deep.equal(before);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    }
  });

  checkStories(stories);
});
