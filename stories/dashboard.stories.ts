import { dashboard } from '@casefront/core/endpoints/dashboard';
import {
  aCase,
  anAction,
  anEvent,
  createAccount,
  dayFromNow,
  fixtures,
  instantFromNow,
  mock,
  never,
  problem,
  summaryOf,
  world,
} from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/portal-dashboard.ts';
import { apiOf } from './support/api.ts';
import { rightToLeft } from './support/right-to-left.ts';
import { inSpanish, newcomer, signedOut } from './support/viewers.ts';

const everything = fixtures.dashboard;
const [citizenship] = fixtures.cases;
const nothing = { actions: [], actionCount: 0, cases: [], events: [], activity: [], checklist: null };

const meta: Meta = {
  title: 'Dashboard',
  component: 'portal-dashboard',
  render: (_, { id }) => html`<portal-dashboard api=${apiOf(id)}></portal-dashboard>`,
};
export default meta;

export const Ready: StoryObj = { parameters: { msw: world() } };

/** A new client begins with the first steps. */
export const Newcomer: StoryObj = { parameters: { msw: newcomer(createAccount()) } };

/** More to do than fits: three of them, and a button for all. */
export const Many: StoryObj = {
  parameters: {
    msw: [
      mock(dashboard.get, {
        ...everything,
        actions: [
          anAction({ title: 'Sign the fee agreement', dueOn: dayFromNow(-2) }),
          anAction({ title: 'Send us your last two pay stubs', dueOn: dayFromNow(1) }),
          anAction({ title: 'List your addresses of the last five years', dueOn: dayFromNow(12) }),
          anAction({ title: 'Choose a day for the mediation', caseId: fixtures.cases[1].id }),
          anAction({ kind: 'message', title: 'Your interview date', subjectId: fixtures.threads[0].id }),
        ],
        actionCount: 9,
        events: [
          ...fixtures.events,
          anEvent({ title: 'Interview', kind: 'hearing', startsAt: instantFromNow(31, '13:30') }),
        ],
      }),
      ...world(),
    ],
  },
};

/** A client with one case: its name is not repeated everywhere. */
export const One: StoryObj = {
  parameters: {
    msw: [
      mock(dashboard.get, {
        ...everything,
        cases: [summaryOf(citizenship)],
        events: fixtures.events.slice(0, 1),
        activity: fixtures.activity.slice(0, 2),
      }),
      ...world(),
    ],
  },
};

/** Nothing scheduled: what happens next is the step that the case is in. */
export const NextStep: StoryObj = {
  parameters: {
    msw: [mock(dashboard.get, { ...everything, actions: [], actionCount: 0, events: [] }), ...world()],
  },
};

export const AllDayEvent: StoryObj = {
  parameters: {
    msw: [
      mock(dashboard.get, {
        ...everything,
        events: [
          anEvent({
            title: 'Last day to send the answer to the court',
            kind: 'deadline',
            startsAt: null,
            endsAt: null,
            startsOn: dayFromNow(6),
            location: null,
          }),
        ],
      }),
      ...world(),
    ],
  },
};

/** A new client: nothing is shared yet. */
export const Empty: StoryObj = { parameters: { msw: [mock(dashboard.get, nothing), ...world()] } };

export const Loading: StoryObj = { parameters: { msw: [mock(dashboard.get, never), ...world()] } };

export const Failed: StoryObj = {
  parameters: { msw: [mock(dashboard.get, problem('server.failed')), ...world()] },
};

export const SignedOut: StoryObj = {
  parameters: { msw: [signedOut, mock(dashboard.get, problem('auth.required')), ...world()] },
};

/** Words without a place to break, and a name that fills the line. */
export const LongWords: StoryObj = {
  parameters: {
    msw: [
      mock(dashboard.get, {
        ...everything,
        actions: [
          anAction({
            title: 'Rechtsschutzversicherungsgesellschaftsbestätigung_2026_final_final_version.pdf',
            dueOn: dayFromNow(2),
          }),
        ],
        actionCount: 1,
        cases: [
          summaryOf(
            aCase({
              title: 'In re Guardianship of Maximiliana Konstantinopoulou-Featherstonehaugh, a Minor Child',
              area: 'Guardianships, Conservatorships and Probate Administration',
              status: {
                label: 'Waiting for the acknowledgement of the interlocutory determination',
                meaning: null,
              },
              currentStep: 'Acknowledgement of the interlocutory determination by every interested party',
              unseen: true,
            }),
          ),
        ],
        events: [anEvent({ title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter' })],
      }),
      ...world(),
    ],
  },
};

export const Spanish: StoryObj = {
  globals: { lang: 'es' },
  parameters: { msw: [inSpanish, ...world()] },
};

export const RightToLeft: StoryObj = {
  globals: { dir: 'rtl' },
  parameters: { msw: world() },
  play: rightToLeft,
};

/** The host shows what it wants, in its own order. */
export const ChosenSections: StoryObj = {
  parameters: { msw: world() },
  render: (_, { id }) =>
    html`<portal-dashboard api=${apiOf(id)} sections="next tasks contact">
      <p slot="before">Our office is closed on Monday. The portal is always open.</p>
    </portal-dashboard>`,
};
