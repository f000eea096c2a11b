import { factors } from '@casefront/core/endpoints/factors';
import { session } from '@casefront/core/endpoints/session';
import { fixtures, mock, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { find, press } from './support/act.ts';
import { send, signInPage } from './support/sign-in.ts';

const meta: Meta = { title: 'Second factor', component: 'portal-sign-in', render: signInPage };
export default meta;

const begun = (...factors: string[]) =>
  mock(session.get, {
    ...fixtures.session,
    stage: 'second-factor',
    factors: ['password', ...factors],
    sections: [],
    capabilities: [],
  });

/** The password was right; now a code of the app. */
export const SecondFactor: StoryObj = {
  parameters: { msw: [begun('totp', 'recovery-code'), ...world()] },
};

export const SecondFactorWrong: StoryObj = {
  ...SecondFactor,
  play: ({ canvasElement }) => send(canvasElement, { code: '000 000' }),
};

export const SecondFactorPasskey: StoryObj = {
  parameters: { msw: [begun('totp', 'passkey', 'recovery-code'), ...world()] },
};

/** The phone is lost. */
export const SecondFactorRecovery: StoryObj = {
  ...SecondFactor,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.ways .button');
    await find(canvasElement, 'input[autocomplete=off]');
  },
};

/** The firm asks for a second factor, and there is none yet. */
export const Enrol: StoryObj = {
  parameters: {
    msw: [
      mock(session.get, { ...fixtures.session, stage: 'enrol', sections: [], capabilities: [] }),
      mock(factors.confirmTotp, {
        session: fixtures.session,
        recoveryCodes: [...fixtures.recoveryCodes],
      }),
      ...world(),
    ],
  },
};

export const EnrolApp: StoryObj = {
  ...Enrol,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.offer:last-child .button');
    await find(canvasElement, '.qr');
  },
};

export const EnrolPasskey: StoryObj = {
  ...Enrol,
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.offer .button');
    await find(canvasElement, 'input[name=name]');
  },
};

/** Shown once. */
export const RecoveryCodes: StoryObj = {
  ...Enrol,
  play: async (context) => {
    await EnrolApp.play!(context);
    await send(context.canvasElement, { code: '123456' });
    await find(context.canvasElement, '.codes');
  },
};
