import { cases } from '@casefront/core/endpoints/cases';
import { dashboard } from '@casefront/core/endpoints/dashboard';
import { firm } from '@casefront/core/endpoints/firm';
import { firms } from '@casefront/core/endpoints/firms';
import { session } from '@casefront/core/endpoints/session';
import { fixtures, mock, never, problem, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define.ts';
import { stateFor } from '../packages/elements/src/state/index.ts';
import { find, press } from './support/act.ts';
import { apiOf } from './support/api.ts';
import { rightToLeft } from './support/right-to-left.ts';
import { inSpanish, signedOut, viewer, watched } from './support/viewers.ts';

const fallback = html`<p>Loading your portal. You can also call Harborview Law at (360) 555-0142.</p>`;

const meta: Meta = {
  title: 'Portal',
  component: 'client-portal',
  render: (_, { id, parameters }) => {
    const { hash = '', ...attributes } = parameters as { hash?: string; brand?: string };
    history.replaceState(null, '', hash || '#/');
    return html`<client-portal api=${apiOf(id)} brand=${attributes.brand ?? ''}>${fallback}</client-portal>`;
  },
};
export default meta;

/** Signed in: the first screen. */
export const Ready: StoryObj = { parameters: { msw: world() } };

/** A bookmark of one case, opened. */
export const DeepLink: StoryObj = {
  parameters: { msw: world(), hash: `#/cases/${fixtures.cases[0].id}` },
};

export const Cases: StoryObj = { parameters: { msw: world(), hash: '#/cases' } };

export const Messages: StoryObj = { parameters: { msw: world(), hash: '#/inbox' } };

/** A case that is not shared with this person, or never was one. */
export const NotThere: StoryObj = {
  parameters: {
    msw: [mock(cases.get, problem('not-found')), ...world()],
    hash: '#/cases/case_0000000000000000000000',
  },
};

/** A part of the portal that the firm has not opened to this person. */
export const NotTheirs: StoryObj = {
  parameters: {
    msw: [mock(session.get, { ...fixtures.session, sections: ['dashboard', 'cases'] }), ...world()],
    hash: '#/inbox',
  },
};

/** A member of the firm who has signed in where clients do. */
export const Staff: StoryObj = {
  parameters: {
    msw: [
      mock(session.get, {
        ...fixtures.session,
        person: { ...fixtures.session.person, kind: 'staff', role: 'attorney', name: 'Daniel Vance' },
        sections: [],
        capabilities: [],
      }),
      ...world(),
    ],
  },
};

export const SignedOut: StoryObj = { parameters: { msw: [signedOut, ...world()] } };

/** The firm knows of it first: what the page itself says stays until the portal is there. */
export const Loading: StoryObj = {
  parameters: { msw: [mock(session.get, never), mock(firm.get, never), ...world()] },
};

/** Neither the firm nor the session could be had. */
export const Unreachable: StoryObj = {
  parameters: {
    msw: [mock(session.get, problem('server.failed')), mock(firm.get, problem('server.failed')), ...world()],
  },
};

/** The server answers, and the section does not. */
export const SectionFailed: StoryObj = {
  parameters: { msw: [mock(dashboard.get, problem('server.failed')), ...world()] },
};

/** The session ended while the page stood open. */
export const Expired: StoryObj = {
  parameters: { msw: [mock(cases.list, problem('auth.expired')), ...world()] },
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'portal-dashboard');
    await press(canvasElement, '.nav__link[href="#/cases"]');
    await find(canvasElement, 'portal-sign-in .notice');
  },
};

/** Nothing was done for almost half an hour. */
export const AreYouStillThere: StoryObj = {
  parameters: { msw: world() },
  play: async ({ canvasElement, id }) => {
    await find(canvasElement, '.row'); // opening the first screen is an act
    await find(canvasElement, 'dialog');
    stateFor(apiOf(id)).lastAct -= (fixtures.session.idleSeconds - 150) * 1000;
    await find(canvasElement, 'dialog[open]');
  },
};

/** Signing out did not reach the server: the person has to know. */
export const StillSignedIn: StoryObj = {
  parameters: { msw: [mock(session.end, problem('server.failed')), ...world()] },
  play: async ({ canvasElement }) => {
    await press(canvasElement, '.account .button');
    await find(canvasElement, '.content > .notice');
  },
};

export const Spanish: StoryObj = { parameters: { msw: [inSpanish, ...world()] } };

export const RightToLeft: StoryObj = { parameters: { msw: world() }, play: rightToLeft };

/** A firm whose colour is a dark red. */
export const OtherBrand: StoryObj = { parameters: { msw: world(), brand: '#7a1f2b' } };

/** A firm whose clients may be watched: the quick exit above, and the firm is not named around the content. */
export const WatchedPeople: StoryObj = { parameters: { msw: [watched, ...world()] } };

/** The same before signing in. */
export const WatchedPeopleSignedOut: StoryObj = { parameters: { msw: [watched, signedOut, ...world()] } };

/** A member of the firm who looks as a client does. */
export const SeenAsAClient: StoryObj = { parameters: { msw: [viewer, ...world()] } };

/** A client of two firms: the other portal is behind a button, some seconds after the first screen. */
export const SeveralFirms: StoryObj = {
  parameters: { msw: [mock(firms.list, { items: [...fixtures.firms] }), ...world()] },
  play: ({ canvasElement }) => press(canvasElement, '.switch summary'),
};
