import { cases } from '@casefront/core/endpoints/cases';
import { messages, threads } from '@casefront/core/endpoints/threads';
import {
  aMessage,
  aPage,
  aThread,
  fixtures,
  mock,
  never,
  problem,
  summaryOf,
  threadSummary,
  world,
} from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../packages/elements/src/define/portal-inbox.ts';
import { choose, find, press, type } from './support/act.ts';
import { apiOf } from './support/api.ts';
import { rightToLeft } from './support/right-to-left.ts';
import { inSpanish, readOnly, signedOut } from './support/viewers.ts';

const [interview, finances, insurer] = fixtures.threads;
const [citizenship, divorce] = fixtures.cases;

/** An inbox follows the address of the page: forget where the story before has gone. */
const beforeEach = () => history.replaceState(null, '', location.pathname + location.search);

const meta: Meta = {
  title: 'Inbox',
  component: 'portal-inbox',
  beforeEach,
  render: (_, { id, parameters }) =>
    html`<portal-inbox
      api=${apiOf(id)}
      thread-id=${parameters['threadId'] ?? nothing}
      ?compose=${parameters['compose']}
    ></portal-inbox>`,
};
export default meta;

const answering = (...handlers: ReturnType<typeof world>) => ({ msw: [...handlers, ...world()] });
const reading = (threadId: string, ...handlers: ReturnType<typeof world>) => ({
  ...answering(...handlers),
  threadId,
});
const writing = (...handlers: ReturnType<typeof world>) => ({ ...answering(...handlers), compose: true });

export const Ready: StoryObj = { parameters: answering() };

export const Many: StoryObj = {
  parameters: answering(
    mock(threads.list, ({ cursor }) => {
      const page = fixtures.threads.map((thread) =>
        threadSummary({ ...thread, unseen: thread !== finances }),
      );
      return cursor ? aPage(page) : aPage([...page, ...page, ...page], 'more');
    }),
  ),
};

export const One: StoryObj = {
  parameters: answering(mock(threads.list, aPage([threadSummary(insurer)]))),
};

export const Empty: StoryObj = { parameters: answering(mock(threads.list, aPage([]))) };

/** Nothing to read, and not allowed to write. */
export const EmptyReadOnly: StoryObj = { parameters: answering(readOnly, mock(threads.list, aPage([]))) };

export const Loading: StoryObj = { parameters: answering(mock(threads.list, never)) };

export const Failed: StoryObj = { parameters: answering(mock(threads.list, problem('server.failed'))) };

export const SignedOut: StoryObj = {
  parameters: answering(signedOut, mock(threads.list, problem('auth.required'))),
};

export const LongWords: StoryObj = {
  parameters: answering(
    mock(
      threads.list,
      aPage([
        threadSummary({
          ...interview,
          subject: 'Rechtsschutzversicherungsgesellschaftsbestätigung_2026_final_final_version.pdf',
          caseTitle: 'In re Guardianship of Maximiliana Konstantinopoulou-Featherstonehaugh, a Minor Child',
          snippet:
            'https://very-long-address.example/with/a/path/that/does/not/end/anywhere/near/here?and=a&query=string',
        }),
      ]),
    ),
  ),
};

export const Spanish: StoryObj = { globals: { lang: 'es' }, parameters: answering(inSpanish) };

export const RightToLeft: StoryObj = { globals: { dir: 'rtl' }, parameters: answering(), play: rightToLeft };

/** A conversation of 40 messages. */
export const Thread: StoryObj = { parameters: reading(interview.id) };

export const ThreadShort: StoryObj = { parameters: reading(insurer.id) };

/** More than a page: earlier messages come when asked for. */
export const ThreadPages: StoryObj = {
  parameters: reading(
    interview.id,
    mock(messages.list, ({ cursor }) =>
      cursor ? aPage(fixtures.messages.slice(12, 30)) : aPage(fixtures.messages.slice(0, 12), 'earlier'),
    ),
  ),
};

/** Read, not write. */
export const ThreadReadOnly: StoryObj = { parameters: reading(insurer.id, readOnly) };

export const ThreadLoading: StoryObj = { parameters: reading(interview.id, mock(threads.get, never)) };

export const ThreadNotFound: StoryObj = {
  parameters: reading(interview.id, mock(threads.get, problem('not-found'))),
};

export const ThreadFailed: StoryObj = {
  parameters: reading(interview.id, mock(messages.list, problem('server.busy'))),
};

export const ThreadLongWords: StoryObj = {
  parameters: reading(
    insurer.id,
    mock(threads.get, {
      ...insurer,
      subject: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
      participants: Object.values(fixtures.correspondents),
    }),
    mock(
      messages.list,
      aPage([
        aMessage({
          body: 'https://very-long-address.example/with/a/path/that/does/not/end/anywhere/near/here?and=a&query=string',
        }),
        aMessage({
          author: fixtures.correspondents.ines,
          body: '<b>Not bold</b>, and\n\n    indented as typed: Rechtsschutzversicherungsgesellschaftsbestätigung_2026_final_final.pdf',
        }),
      ]),
    ),
  ),
};

/** The server has confirmed an answer. */
export const Sent: StoryObj = {
  parameters: reading(insurer.id),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'textarea', 'Thank you, I gave them your number.');
    await press(canvasElement, '[type=submit]');
    await find(canvasElement, '.notice--success');
  },
};

/** The server could not be reached: nothing is lost. */
export const NotSent: StoryObj = {
  parameters: reading(insurer.id, mock(messages.reply, problem('server.failed'))),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'textarea', 'Thank you, I gave them your number.');
    await press(canvasElement, '[type=submit]');
    await find(canvasElement, '.notice--danger');
  },
};

/** Near the limit, what is left is shown. */
export const NearTheLimit: StoryObj = {
  parameters: reading(insurer.id),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'textarea', 'I have a question. '.repeat(1052));
  },
};

export const Compose: StoryObj = { parameters: writing() };

/** One case: it is not asked for. */
export const ComposeOneCase: StoryObj = {
  parameters: writing(mock(cases.list, aPage([summaryOf(citizenship)]))),
};

export const ComposeFilled: StoryObj = {
  parameters: writing(),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'select', divorce.id);
    await press(canvasElement, '[type=checkbox]');
    await type(canvasElement, '#subject', 'Questions before the mediation');
    await type(canvasElement, '#body', 'Will Daniel be in the same room?\n\nAnd may I bring my sister?');
  },
};

/** Sent too early: what is missing is said above, at the fields, and in the same words. */
export const ComposeErrors: StoryObj = {
  parameters: writing(),
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'select', citizenship.id);
    await find(canvasElement, '[type=checkbox]');
    await press(canvasElement, '[type=submit]');
  },
};

/** Somebody has left the case since the form was opened. */
export const ComposeRefused: StoryObj = {
  parameters: writing(mock(threads.start, problem('recipients.outside-case'))),
  play: async (context) => {
    await ComposeFilled.play!(context);
    await press(context.canvasElement, '[type=submit]');
    await find(context.canvasElement, '.summary');
  },
};

export const ComposeNotSent: StoryObj = {
  parameters: writing(mock(threads.start, problem('server.busy'))),
  play: async (context) => {
    await ComposeFilled.play!(context);
    await press(context.canvasElement, '[type=submit]');
    await find(context.canvasElement, '.notice--danger');
  },
};

/** Nobody of the firm takes messages about the case yet. */
export const ComposeNobody: StoryObj = {
  parameters: writing(
    mock(cases.list, aPage([summaryOf(citizenship)])),
    mock(cases.recipients, { items: [] }),
  ),
};

/** No case is shared yet. */
export const ComposeWithoutCase: StoryObj = { parameters: writing(mock(cases.list, aPage([]))) };

export const ComposeLoading: StoryObj = { parameters: writing(mock(cases.list, never)) };

/** The server has confirmed a new message: its conversation is shown. */
export const ComposeSent: StoryObj = {
  parameters: writing(),
  play: async (context) => {
    await ComposeFilled.play!(context);
    await press(context.canvasElement, '[type=submit]');
    await find(context.canvasElement, '.notice--success');
  },
};

export const ComposeSpanish: StoryObj = { globals: { lang: 'es' }, parameters: writing(inSpanish) };

/** A thread with one message of the firm that nobody has looked at. */
export const ThreadUnseen: StoryObj = {
  parameters: reading(
    interview.id,
    mock(threads.get, { ...interview, unseen: true }),
    mock(messages.list, aPage(fixtures.messages.slice(0, 1))),
  ),
};

export const ThreadSpanish: StoryObj = {
  globals: { lang: 'es' },
  parameters: reading(
    insurer.id,
    inSpanish,
    mock(threads.get, aThread({ ...insurer, subject: 'Una llamada de la aseguradora' })),
  ),
};
