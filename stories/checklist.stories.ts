import { checklist } from '@casefront/core/endpoints/checklist';
import { createAccount, fixtures, mock, never, problem, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/portal-getting-started.ts';
import { find, press } from './support/act.ts';
import { apiOf } from './support/api.ts';
import { rightToLeft } from './support/right-to-left.ts';
import { inSpanish, signedOut, watched } from './support/viewers.ts';

/** What is ticked is kept until the next showing. */
const account = createAccount();

const meta: Meta = {
  title: 'Getting started',
  component: 'portal-getting-started',
  beforeEach: () => {
    account.checklist = fixtures.checklist;
  },
  render: (_, { id }) => html`<portal-getting-started api=${apiOf(id)}></portal-getting-started>`,
};
export default meta;

const list = (...keys: readonly [key: string, done: boolean][]) => ({
  items: keys.map(([key, done]) => ({ key, done })),
  finished: false,
});

/** Two of four. */
export const Ready: StoryObj = { parameters: { msw: world(undefined, account) } };

/** The first visit, to a firm that sends invoices here. */
export const Fresh: StoryObj = {
  parameters: {
    msw: [
      mock(
        checklist.get,
        list(
          ['password', true],
          ['status', false],
          ['tasks', false],
          ['invoices', false],
          ['bookmark', false],
        ),
      ),
      ...world(),
    ],
  },
};

/** How to keep the address, opened. */
export const HowToBookmark: StoryObj = {
  parameters: { msw: world(undefined, account) },
  play: ({ canvasElement }) => press(canvasElement, 'summary'),
};

/** The same where people may be watched. */
export const WatchedPeople: StoryObj = {
  ...HowToBookmark,
  parameters: { msw: [watched, ...world()] },
};

/** A step that a newer server has added. */
export const NewerServer: StoryObj = {
  parameters: {
    msw: [mock(checklist.get, list(['password', true], ['vault', false], ['bookmark', false])), ...world()],
  },
};

/** The last step, said to be done. */
export const Finished: StoryObj = {
  parameters: { msw: world(undefined, account) },
  beforeEach: () => {
    account.checklist = list(['password', true], ['bookmark', false]);
  },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.how .button');
    await find(canvasElement, '.gone');
  },
};

/** Not wanted any more. */
export const PutAway: StoryObj = {
  parameters: { msw: world(undefined, account) },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.card > .button');
    await find(canvasElement, '.gone');
  },
};

/** On its way to the server: nothing is ticked yet. */
export const Saving: StoryObj = {
  parameters: { msw: [mock(checklist.tick, never), ...world()] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'summary');
    await press(canvasElement, '.how .button');
    await find(canvasElement, '.button[aria-disabled]');
  },
};

export const NotSaved: StoryObj = {
  parameters: { msw: [mock(checklist.tick, problem('server.failed')), ...world()] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.card > .button');
    await find(canvasElement, '.notice');
  },
};

export const Loading: StoryObj = { parameters: { msw: [mock(checklist.get, never), ...world()] } };

export const Failed: StoryObj = {
  parameters: { msw: [mock(checklist.get, problem('server.failed')), ...world()] },
};

export const SignedOut: StoryObj = {
  parameters: { msw: [signedOut, mock(checklist.get, problem('auth.required')), ...world()] },
};

export const Spanish: StoryObj = { ...HowToBookmark, parameters: { msw: [inSpanish, ...world()] } };

export const RightToLeft: StoryObj = {
  globals: { dir: 'rtl' },
  parameters: { msw: world() },
  play: rightToLeft,
};
