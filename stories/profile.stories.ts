import { firm } from '@casefront/core/endpoints/firm';
import { profile } from '@casefront/core/endpoints/profile';
import { createAccount, fixtures, mock, never, problem, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/portal-profile.ts';
import { press } from './support/act.ts';
import { apiOf } from './support/api.ts';
import { rightToLeft } from './support/right-to-left.ts';
import { inSpanish, signedOut } from './support/viewers.ts';

/** What is changed is kept until the next showing. */
const account = createAccount();

const meta: Meta = {
  title: 'Profile',
  component: 'portal-profile',
  beforeEach: () => {
    const { profile, factors, devices, change } = createAccount();
    Object.assign(account, { profile, factors, devices, change });
  },
  render: (_, { id }) => html`<portal-profile api=${apiOf(id)}></portal-profile>`,
};
export default meta;

const own = { msw: world(undefined, account) };

/** Opens a screen by the whole name of its button. */
const open =
  (name: string): NonNullable<StoryObj['play']> =>
  ({ canvasElement }) =>
    press(canvasElement, `[aria-label="Change: ${name}"]`);

/** What is set, and a way to change each. */
export const Ready: StoryObj = { parameters: own };

/** Nothing but a name and an address to sign in with. */
export const Sparse: StoryObj = {
  parameters: {
    msw: [
      mock(profile.get, { ...fixtures.profile, phone: null, address: null, passwordChangedAt: null }),
      ...world(),
    ],
  },
};

/** The firm keeps names and addresses to itself. */
export const Locked: StoryObj = {
  parameters: { msw: [mock(profile.get, { ...fixtures.profile, locked: ['name', 'email'] }), ...world()] },
};

export const Phone: StoryObj = { parameters: own, play: open('Phone') };
export const Address: StoryObj = { parameters: own, play: open('Postal address') };
export const Language: StoryObj = { parameters: own, play: open('Language') };
export const TimeZone: StoryObj = { parameters: own, play: open('Time zone') };
export const SignOut: StoryObj = { parameters: own, play: open('Automatic sign-out') };
export const Password: StoryObj = { parameters: own, play: open('Password') };
export const Email: StoryObj = { parameters: own, play: open('Email address') };
export const SecondStep: StoryObj = { parameters: own, play: open('Second step when you sign in') };
export const Devices: StoryObj = { parameters: own, play: open('Where you are signed in') };
export const Notices: StoryObj = { parameters: own, play: open('What we tell you about') };

export const Spanish: StoryObj = { parameters: { msw: [inSpanish, ...world(undefined, account)] } };
export const RightToLeft: StoryObj = { parameters: own, play: rightToLeft };
export const Loading: StoryObj = { parameters: { msw: [mock(profile.get, never), ...world()] } };
export const Failed: StoryObj = {
  parameters: { msw: [mock(profile.get, problem('server.failed')), ...world()] },
};
export const SignedOut: StoryObj = {
  parameters: {
    msw: [signedOut, mock(firm.get, fixtures.firm), mock(profile.get, problem('auth.required'))],
  },
};
