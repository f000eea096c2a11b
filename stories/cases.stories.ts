import { cases } from '@casefront/core/endpoints/cases';
import {
  aCase,
  aPage,
  aStep,
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
import '../packages/elements/src/define/portal-case.ts';
import '../packages/elements/src/define/portal-cases.ts';
import { apiOf } from './support/api.ts';
import { rightToLeft } from './support/right-to-left.ts';
import { inSpanish, readOnly, signedOut } from './support/viewers.ts';

const [citizenship, divorce] = fixtures.cases;
const summaries = fixtures.cases.map(summaryOf);
const closed = summaryOf(
  aCase({
    title: 'Will and health care proxy',
    area: 'Estate planning',
    state: 'closed',
    status: { label: 'Finished', meaning: null },
    updatedAt: instantFromNow(-400, '15:00'),
  }),
);

const meta: Meta = { title: 'Cases', component: 'portal-cases' };
export default meta;

const list: StoryObj['render'] = (_, { id }) => html`<portal-cases api=${apiOf(id)}></portal-cases>`;
const one: StoryObj['render'] = (_, { id, parameters }) =>
  html`<portal-case api=${apiOf(id)} case-id=${parameters['caseId'] ?? citizenship.id}></portal-case>`;
const answering = (...handlers: ReturnType<typeof world>) => ({ msw: [...handlers, ...world()] });

export const Ready: StoryObj = { render: list, parameters: answering() };

/** Open and closed ones, and more of them on the next page. */
export const Many: StoryObj = {
  render: list,
  parameters: answering(
    mock(cases.list, ({ cursor }) =>
      cursor
        ? aPage([{ ...closed, id: divorce.id, title: 'Lease of the workshop' }])
        : aPage([...summaries, closed], 'more'),
    ),
  ),
};

export const OneOnly: StoryObj = {
  render: list,
  parameters: answering(mock(cases.list, aPage([summaryOf(divorce)]))),
};

export const Empty: StoryObj = { render: list, parameters: answering(mock(cases.list, aPage([]))) };

export const Loading: StoryObj = { render: list, parameters: answering(mock(cases.list, never)) };

export const Failed: StoryObj = {
  render: list,
  parameters: answering(mock(cases.list, problem('server.busy'))),
};

export const SignedOut: StoryObj = {
  render: list,
  parameters: answering(signedOut, mock(cases.list, problem('auth.required'))),
};

export const LongWords: StoryObj = {
  render: list,
  parameters: answering(
    mock(
      cases.list,
      aPage([
        summaryOf(
          aCase({
            title: 'In re Guardianship of Maximiliana Konstantinopoulou-Featherstonehaugh, a Minor Child',
            area: 'Guardianships, Conservatorships and Probate Administration',
            status: { label: 'Waiting for the interlocutory determination', meaning: null },
            currentStep: 'Rechtsschutzversicherungsgesellschaftsbestätigung_2026_final_final_version.pdf',
            unseen: true,
          }),
        ),
        ...summaries,
      ]),
    ),
  ),
};

export const Spanish: StoryObj = {
  render: list,
  globals: { lang: 'es' },
  parameters: answering(inSpanish),
};

/** One case, with steps done, current and to come, and something to do. */
export const Detail: StoryObj = { render: one, parameters: answering() };

/** Nothing to do; one person works on it. */
export const DetailCalm: StoryObj = {
  render: one,
  parameters: answering(
    mock(cases.get, { ...divorce, team: divorce.team.slice(0, 1), actions: [], unseen: false }),
  ),
};

export const DetailWithoutSteps: StoryObj = {
  render: one,
  parameters: answering(
    mock(cases.get, aCase({ title: 'Boundary of the garden', area: 'Property', team: [fixtures.team.ines] })),
  ),
};

export const DetailManySteps: StoryObj = {
  render: one,
  parameters: answering(
    mock(
      cases.get,
      aCase({
        title: 'Appeal of the tax assessment',
        area: 'Tax',
        steps: Array.from({ length: 14 }, (_, i) =>
          aStep({
            id: `step_${String(i).padStart(22, '0')}`,
            title: `Stage ${i + 1} of the appeal`,
            meaning: 'What happens here, in one sentence.',
            state: i < 6 ? 'done' : i === 6 ? 'current' : 'upcoming',
            completedOn: i < 6 ? dayFromNow(-200 + i * 30) : null,
            waitingOn: i === 6 ? 'other' : null,
          }),
        ),
        team: Object.values(fixtures.team),
      }),
    ),
  ),
};

export const DetailClosed: StoryObj = {
  render: one,
  parameters: answering(
    mock(
      cases.get,
      aCase({
        title: 'Will and health care proxy',
        area: 'Estate planning',
        state: 'closed',
        status: {
          label: 'Finished',
          meaning: 'Your documents are signed and with the county. Nothing is left to do.',
        },
        steps: [
          aStep({ title: 'We draft your will', state: 'done', completedOn: dayFromNow(-430) }),
          aStep({ title: 'You sign before witnesses', state: 'done', completedOn: dayFromNow(-402) }),
        ],
      }),
    ),
  ),
};

/** A client who may read but not write. */
export const DetailReadOnly: StoryObj = { render: one, parameters: answering(readOnly) };

export const DetailLoading: StoryObj = { render: one, parameters: answering(mock(cases.get, never)) };

export const DetailFailed: StoryObj = {
  render: one,
  parameters: answering(mock(cases.get, problem('server.failed'))),
};

/** Not there, or somebody else's: the same words. */
export const DetailNotFound: StoryObj = {
  render: one,
  parameters: answering(mock(cases.get, problem('not-found'))),
};

export const DetailLongWords: StoryObj = {
  render: one,
  parameters: answering(
    mock(
      cases.get,
      aCase({
        title:
          'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft v. Featherstonehaugh',
        area: 'Guardianships, Conservatorships and Probate Administration',
        status: {
          label: 'Waiting for the acknowledgement of the interlocutory determination',
          meaning:
            'We wrote to https://very-long-address.example/with/a/path/that/does/not/end/anywhere/near/here.',
        },
        steps: [
          aStep({
            title:
              'Acknowledgement of the interlocutory determination by every interested party and their counsel',
            state: 'current',
            meaning: 'Rechtsschutzversicherungsgesellschaftsbestätigung_2026_final_final_version.pdf',
            waitingOn: 'client',
            dueOn: dayFromNow(-1),
          }),
        ],
        team: [{ ...fixtures.team.ruth, name: 'Maximiliana Konstantinopoulou-Featherstonehaugh' }],
      }),
    ),
  ),
};

export const DetailSpanish: StoryObj = {
  render: one,
  globals: { lang: 'es' },
  parameters: answering(inSpanish),
};

export const DetailRightToLeft: StoryObj = {
  render: one,
  globals: { dir: 'rtl' },
  parameters: answering(),
  play: rightToLeft,
};
