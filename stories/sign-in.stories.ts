import { invitations } from '@casefront/core/endpoints/invitations';
import { session } from '@casefront/core/endpoints/session';
import { fixtures, instantFromNow, mock, never, problem, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { find, press } from './support/act.ts';
import { known, secret, send, signInPage } from './support/sign-in.ts';
import { signedOut } from './support/viewers.ts';

const invitation = `#invitation=${secret}`;

const toClient = {
  firmName: fixtures.firm.name,
  personName: fixtures.person.name,
  email: fixtures.person.email,
  kind: 'client',
  locale: fixtures.person.locale,
  invitedBy: fixtures.team.ruth.name,
  expiresAt: instantFromNow(7, '12:00'),
  passwordMinimum: 15,
};
const invited = mock(invitations.look, toClient);

const meta: Meta = { title: 'Sign in', component: 'portal-sign-in', render: signInPage };
export default meta;

export const SignIn: StoryObj = { parameters: { msw: [signedOut, ...world()] } };

/** Sent empty: what is missing, at the top and at each field. */
export const Missing: StoryObj = {
  ...SignIn,
  play: ({ canvasElement }) => send(canvasElement, {}),
};

/** The same words whether the address is unknown or the password wrong. */
export const Refused: StoryObj = {
  parameters: { msw: [signedOut, mock(session.create, problem('auth.failed')), ...world()] },
  play: ({ canvasElement }) => send(canvasElement, known),
};

export const TooManyTries: StoryObj = {
  parameters: {
    msw: [signedOut, mock(session.create, problem('rate.limited', { retryAfter: 300 })), ...world()],
  },
  play: ({ canvasElement }) => send(canvasElement, known),
};

export const SigningIn: StoryObj = {
  parameters: { msw: [signedOut, mock(session.create, never), ...world()] },
  play: ({ canvasElement }) => send(canvasElement, known),
};

export const Unreachable: StoryObj = {
  parameters: { msw: [mock(session.get, problem('server.failed')), ...world()] },
};

export const Invitation: StoryObj = {
  parameters: { msw: [signedOut, invited, ...world()], hash: invitation },
};

export const InvitationOfColleague: StoryObj = {
  parameters: {
    msw: [signedOut, mock(invitations.look, { ...toClient, kind: 'staff' }), ...world()],
    hash: invitation,
  },
};

export const InvitationTooShort: StoryObj = {
  ...Invitation,
  play: ({ canvasElement }) => send(canvasElement, { password: 'short' }),
};

/** Long enough, and on every list of stolen passwords. */
export const InvitationWeak: StoryObj = {
  parameters: {
    msw: [signedOut, invited, mock(invitations.accept, problem('password.weak')), ...world()],
    hash: invitation,
  },
  play: ({ canvasElement }) => send(canvasElement, { password: 'passwordpassword' }),
};

export const InvitationEnded: StoryObj = {
  parameters: {
    msw: [signedOut, mock(invitations.look, problem('invitation.ended')), ...world()],
    hash: invitation,
  },
};

export const InvitationLoading: StoryObj = {
  parameters: { msw: [signedOut, mock(invitations.look, never), ...world()], hash: invitation },
};

export const InvitationUnreachable: StoryObj = {
  parameters: {
    msw: [signedOut, mock(invitations.look, problem('server.failed')), ...world()],
    hash: invitation,
  },
};

/** Every link works once, and for a while; a new one goes to the same address. */
export const InvitationRenewed: StoryObj = {
  ...InvitationEnded,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.button--primary');
    await find(canvasElement, '.stack p + p');
  },
};

/** A mail program has broken the link in two. */
export const InvitationCut: StoryObj = {
  parameters: {
    msw: [signedOut, mock(invitations.look, problem('request.invalid')), ...world()],
    hash: '#invitation=tttt',
  },
};
