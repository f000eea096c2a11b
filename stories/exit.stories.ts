import { firm } from '@casefront/core/endpoints/firm';
import { fixtures, mock, problem, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/portal-exit.ts';
import { find, press } from './support/act.ts';
import { apiOf } from './support/api.ts';
import { rightToLeft } from './support/right-to-left.ts';
import { signedOut, watched } from './support/viewers.ts';

const meta: Meta = {
  title: 'Quick exit',
  component: 'portal-exit',
  render: (_, { id }) =>
    html`<portal-exit api=${apiOf(id)}></portal-exit>
      <p>A page of the firm.</p>`,
};
export default meta;

/** Inside: what it does is behind a disclosure. */
export const Ready: StoryObj = { parameters: { msw: [watched, ...world()] } };

/** Before signing in it says what it does and what it cannot do. */
export const SignedOut: StoryObj = { parameters: { msw: [watched, signedOut, ...world()] } };

/** Shift was pressed twice. */
export const TwoPresses: StoryObj = {
  parameters: { msw: [watched, ...world()] },
  play: async ({ canvasElement }) => {
    await find(canvasElement, '.leave');
    for (let times = 0; times < 2; times++)
      document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
    await find(canvasElement, '.press--made');
  },
};

/** What covers the page until the other one is there. It leads nowhere here. */
export const Covered: StoryObj = {
  parameters: { msw: [watched, ...world()] },
  render: (_, { id }) =>
    html`<portal-exit api=${apiOf(id)} href="#elsewhere"></portal-exit>
      <p>A page of the firm.</p>`,
  play: ({ canvasElement }) => press(canvasElement, '.leave'),
};

/** On a page of the firm, with an address of its own: it does not need the server. */
export const OwnAddress: StoryObj = {
  parameters: { msw: [mock(firm.get, problem('server.failed')), ...world()] },
  render: (_, { id }) =>
    html`<portal-exit api=${apiOf(id)} href="https://weather.example/"></portal-exit>
      <p>A page of the firm.</p>`,
};

/** A firm without safety mode. */
export const NotSet: StoryObj = {
  parameters: { msw: [mock(firm.get, { ...fixtures.firm, safety: null }), ...world()] },
};

export const Spanish: StoryObj = {
  parameters: { msw: [watched, signedOut, ...world()] },
  globals: { lang: 'es' },
};

export const RightToLeft: StoryObj = {
  globals: { dir: 'rtl' },
  parameters: { msw: [watched, ...world()] },
  play: rightToLeft,
};
