import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import * as icons from '../packages/elements/src/ui/icons.ts';
import {
  avatar,
  badge,
  button,
  buttonLink,
  callUs,
  card,
  checkboxes,
  day,
  dialog,
  emptyState,
  errorState,
  errorSummary,
  icon,
  link,
  linkify,
  list,
  moment,
  money,
  notice,
  outsideLink,
  passwordField,
  row,
  section,
  selectField,
  skeleton,
  steps,
  tag,
  textArea,
  textField,
  when,
  type FieldError,
} from '../packages/elements/src/ui/index.ts';
import { staged } from './ui-stage.ts';

export default { title: 'Vocabulary' } satisfies Meta;

const firm = { name: 'Harborview Law', phone: '(555) 010-0100' };
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

export const Buttons = staged(
  () => html`
    <div class="bar">
      ${button('Send message', { kind: 'primary', icon: icons.sendIcon })} ${button('Cancel')}
      ${button('Show more', { kind: 'quiet' })} ${button('Withdraw my answer', { kind: 'danger', icon: icons.xIcon })}
    </div>
    <div class="bar">
      ${button('Send message', { kind: 'primary', busy: 'Sending…' })}
      ${buttonLink('New message', { href: '#new', kind: 'primary', icon: icons.plusIcon })}
    </div>
  `,
);

export const Rows = staged((i18n) =>
  section(
    { id: 'cases', title: 'Your cases', action: link('See all cases', { href: '#cases' }) },
    list([
      row({
        href: '#1',
        title: 'Green card through marriage',
        text: 'USCIS is reviewing your application. This often takes 4 to 6 months.',
        status: tag('New', 'brand'),
        meta: moment(i18n, hoursAgo(30)),
        unseen: true,
      }),
      row({
        href: '#2',
        title: 'Alvarez v. Northside Transit',
        text: 'Now: Discovery',
        status: tag('Active'),
        meta: moment(i18n, hoursAgo(900)),
      }),
      row({
        href: '#3',
        icon: icons.fileTextIcon,
        title: 'Upload your pay stubs',
        status: tag('Due tomorrow', 'warning'),
      }),
      row({
        title: 'Filing fee',
        text: 'A row that leads nowhere',
        meta: money(i18n, { amount: 123_450, currency: 'USD' }),
      }),
    ]),
  ),
);

export const Tags = staged(
  (i18n) => html`
    <div class="bar">
      ${tag('Closed')} ${tag('New', 'brand')} ${tag('Paid', 'success')} ${tag('Due today', 'warning')}
      ${tag('Overdue', 'danger')} ${tag('On its way', 'info')}
    </div>
    <div class="bar"><span>Messages ${badge(i18n, 3)}</span> <span>Cases ${badge(i18n, 120)}</span></div>
    <div class="bar">
      ${avatar({ name: 'Jane Smith' })}
      <div>Jane Smith<br /><span class="muted">Attorney</span></div>
    </div>
    <div class="bar">${Object.values(icons).map((node) => icon(node))}</div>
  `,
);

export const Notices = staged(
  () => html`
    ${notice('Court dates can change. This page always shows the latest.')}
    ${notice('We’ll email you when someone answers.', { tone: 'success', title: 'Your message was sent' })}
    ${notice('It was March 3 before.', { tone: 'warning', title: 'Your hearing moved to March 10' })}
    ${notice('Your message is still here.', { tone: 'danger', title: 'Not sent', action: button('Try again') })}
  `,
);

export const Steps = staged((i18n) =>
  section(
    { id: 'steps', title: 'Steps in your case' },
    steps([
      {
        title: 'Application sent',
        state: 'done',
        status: ['Done ', day(i18n, '2026-01-12')],
        body: 'We sent your forms and the fee to USCIS.',
      },
      { title: 'Fingerprints and photo', state: 'done', status: ['Done ', day(i18n, '2026-02-02')] },
      {
        title: 'USCIS reviews your application',
        state: 'current',
        status: tag('In progress', 'brand'),
        body: 'An officer reads everything we sent. This often takes 4 to 6 months.',
      },
      { title: 'Interview', state: 'upcoming', status: 'Not started', body: 'We’ll prepare you for it.' },
      { title: 'Decision', state: 'upcoming', status: 'Not started' },
    ]),
  ),
);

export const Cards = staged(
  (i18n) => html`
    ${card(html`
      <h2>What happens next</h2>
      <p>Court hearing: ${when(i18n, '2026-03-03T15:00:00.000Z', { timeZone: 'America/New_York' })}</p>
      <p>You don’t need to do anything before then.</p>
    `)}
    <p>${linkify('Forms are at https://www.uscis.gov/forms (in English).')}</p>
    <p>${outsideLink(i18n, 'Join online', 'https://court.example/room')}</p>
    ${callUs(i18n, firm)}
  `,
);

export const States = staged(
  (i18n) => html`
    ${section({ id: 'empty', title: 'Empty' }, emptyState({ title: 'You’re all caught up', body: 'We’ll email you when something needs you.' }))}
    ${section({ id: 'error', title: 'Error' }, errorState(i18n, { error: { code: 'network' }, firm, retry: () => {} }))}
    ${section({ id: 'loading', title: 'Loading' }, [
      skeleton(i18n, { count: 2, retry: () => {} }),
      skeleton(i18n, { shape: 'card', count: 1 }),
      skeleton(i18n, { shape: 'text', count: 1 }),
    ])}
  `,
);

const people = [
  { value: 'jane', label: 'Jane Smith', hint: 'Attorney' },
  { value: 'tom', label: 'Tom Okafor', hint: 'Paralegal' },
];

/** A form as a person first sees it, and after pressing the button without filling it in. */
const form = (wrong: boolean) => {
  const said = (message: string) => (wrong ? message : undefined);
  const errors: FieldError[] = [
    { field: 'email', message: 'Enter your email address' },
    { field: 'who', message: 'Choose at least one person' },
  ];
  let [body, chosen]: [string, string[]] = ['', []];
  return staged(
    (i18n, redraw) => html`
      <form class="stage" novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${errorSummary(i18n, wrong ? errors : [])}
        ${textField(i18n, {
          id: 'email',
          label: 'Email address',
          type: 'email',
          autocomplete: 'email',
          error: said('Enter your email address'),
        })}
        ${passwordField(i18n, {
          id: 'password',
          label: 'Password',
          hint: 'At least 12 characters.',
          autocomplete: 'new-password',
        })}
        ${selectField(i18n, {
          id: 'case',
          label: 'Which case is this about?',
          prompt: 'Choose a case',
          choices: [{ value: '1', label: 'Green card through marriage' }],
          value: undefined,
          change: redraw,
        })}
        ${checkboxes(i18n, {
          id: 'who',
          label: 'Who should get this?',
          hint: 'Only the people you choose can read it.',
          error: said('Choose at least one person'),
          choices: people,
          values: chosen,
          change: (values) => {
            chosen = values;
            redraw();
          },
        })}
        ${textArea(i18n, {
          id: 'body',
          label: 'Message',
          optional: true,
          limit: 200,
          value: body,
          input: (value) => {
            body = value;
            redraw();
          },
        })}
        <div>${button('Send message', { kind: 'primary', type: 'submit' })}</div>
      </form>
    `,
  );
};

export const Form = form(false);
export const FormWithErrors = form(true);

let open = true;
export const Dialog = staged(
  (i18n, redraw) => html`
    <div>${button('Open', { click: () => ((open = true), redraw()) })}</div>
    ${dialog(i18n, {
      open,
      title: 'Are you still there?',
      body: html`<p>To keep your information private, we’ll sign you out in 2 minutes.</p>`,
      actions: [
        button('Stay signed in', { kind: 'primary', click: () => ((open = false), redraw()) }),
        button('Sign out', { click: () => ((open = false), redraw()) }),
      ],
      close: () => ((open = false), redraw()),
    })}
  `,
);
