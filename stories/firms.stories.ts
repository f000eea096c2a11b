import { firms } from '@casefront/core/endpoints/firms';
import { fixtures, mock, never, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/portal-firms.ts';
import { press } from './support/act.ts';
import { apiOf } from './support/api.ts';
import { rightToLeft } from './support/right-to-left.ts';
import { inSpanish } from './support/viewers.ts';

const meta: Meta = {
  title: 'Firms',
  component: 'portal-firms',
  render: (_, { id }) =>
    html`<portal-firms align="start" api=${apiOf(id)}></portal-firms>
      <p>A page of the firm.</p>`,
};
export default meta;

const both = mock(firms.list, { items: [...fixtures.firms] });

/** Two firms know this address. */
export const Ready: StoryObj = { parameters: { msw: [both, ...world()] } };

export const Open: StoryObj = {
  parameters: { msw: [both, ...world()] },
  play: ({ canvasElement }) => press(canvasElement, '.switch summary'),
};

/** One firm, as for almost everybody: there is nothing to switch. */
export const One: StoryObj = { parameters: { msw: world() } };

export const Loading: StoryObj = { parameters: { msw: [mock(firms.list, never), ...world()] } };

export const LongNames: StoryObj = {
  ...Open,
  parameters: {
    msw: [
      mock(firms.list, {
        items: [
          ...fixtures.firms,
          {
            name: 'Konstantinopoulou-Featherstonehaugh, Rechtsschutzversicherungsgesellschaft & Partners LLP',
            portalUrl: 'https://kf.example/portal',
            logoUrl: null,
            current: false,
          },
        ],
      }),
      ...world(),
    ],
  },
};

export const Spanish: StoryObj = { ...Open, parameters: { msw: [inSpanish, both, ...world()] } };

export const RightToLeft: StoryObj = {
  globals: { dir: 'rtl' },
  parameters: { msw: [both, ...world()] },
  play: rightToLeft,
};
