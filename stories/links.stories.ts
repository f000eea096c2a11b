import { email } from '@casefront/core/endpoints/email';
import { password } from '@casefront/core/endpoints/password';
import { fixtures, instantFromNow, mock, problem, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { find, press } from './support/act.ts';
import { known, secret, send, signInPage } from './support/sign-in.ts';
import { signedOut } from './support/viewers.ts';

const meta: Meta = { title: 'Links of mails', component: 'portal-sign-in', render: signInPage };
export default meta;

export const Forgot: StoryObj = {
  parameters: { msw: [signedOut, ...world()] },
  play: async ({ canvasElement }) => {
    (await find<HTMLInputElement>(canvasElement, 'input[name=email]')).value = known.email;
    await press(canvasElement, '.ways .button');
    await find(canvasElement, '#portal-forgot-email');
  },
};

/** The same words whoever the address belongs to. */
export const ForgotSent: StoryObj = {
  ...Forgot,
  play: async (context) => {
    await Forgot.play!(context);
    await press(context.canvasElement, 'button[type=submit]');
    await find(context.canvasElement, '.stack p + p');
  },
};

const resets = mock(password.look, {
  firmName: fixtures.firm.name,
  personName: fixtures.person.name,
  email: fixtures.person.email,
  locale: 'en',
  expiresAt: instantFromNow(1, '12:00'),
  passwordMinimum: 15,
});

export const Reset: StoryObj = {
  parameters: { msw: [signedOut, resets, ...world()], hash: `#reset=${secret}` },
};

export const ResetEnded: StoryObj = {
  parameters: {
    msw: [signedOut, mock(password.look, problem('link.ended')), ...world()],
    hash: `#reset=${secret}`,
  },
};

const changes = (side: 'old' | 'new') =>
  mock(email.look, {
    firmName: fixtures.firm.name,
    newEmail: fixtures.emailChange.newEmail,
    side,
    locale: 'en',
    expiresAt: instantFromNow(1, '12:00'),
  });

/** The link that came to the new mailbox. */
export const Email: StoryObj = {
  parameters: { msw: [signedOut, changes('new'), ...world()], hash: `#email=${secret}` },
};

/** This mailbox has said yes, the other one not yet. */
export const EmailHalf: StoryObj = {
  ...Email,
  play: ({ canvasElement }) => send(canvasElement, { password: known.password }),
};

/** Both have. */
export const EmailChanged: StoryObj = {
  parameters: {
    msw: [signedOut, changes('old'), mock(email.confirm, { changed: true }), ...world()],
    hash: `#email=${secret}`,
  },
  play: ({ canvasElement }) => send(canvasElement, { password: known.password }),
};

export const EmailEnded: StoryObj = {
  parameters: {
    msw: [signedOut, mock(email.look, problem('link.ended')), ...world()],
    hash: `#email=${secret}`,
  },
};
