import type { CaseSummary, TeamMember } from '@casefront/core';
import { messageLimit } from '@casefront/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import { dataView, type Portal, type View } from '../state/index.ts';
import {
  button,
  callUs,
  checkboxes,
  errorSummary,
  selectField,
  textArea,
  textField,
  type Content,
  type FieldError,
} from '../ui/index.ts';
import { sendIcon } from '../ui/icons.ts';
import type { Draft } from './draft.ts';

export interface ComposeFormOptions {
  readonly draft: Draft;
  readonly cases: readonly CaseSummary[];
  /** Who works on the chosen case. */
  readonly recipients: View<{ readonly items: readonly TeamMember[] }>;
  readonly errors: readonly FieldError[];
  readonly busy: boolean;
  /** Shown above the button. */
  readonly notice: Content;
  readonly change: (change: Partial<Draft>) => void;
  readonly submit: (event: Event) => void;
}

/** A new message: about which case (not asked when there is one), to whom, subject, text. */
export function composeForm(portal: Portal, options: ComposeFormOptions): TemplateResult {
  const { i18n } = portal;
  const { draft, cases, recipients, errors, change, submit } = options;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const nobody = !!draft.caseId && recipients.data?.items.length === 0;
  return html`<form class="form" part="compose" novalidate @submit=${submit}>
    ${errorSummary(i18n, errors)}
    ${
      cases.length > 1
        ? selectField(i18n, {
            id: 'caseId',
            label: i18n.t('inbox.case'),
            error: errorOf('caseId'),
            choices: cases.map(({ id, title }) => ({ value: id, label: title })),
            value: draft.caseId,
            ...(draft.caseId ? {} : { prompt: i18n.t('inbox.case-missing') }),
            change: (caseId) => change({ caseId, recipientIds: [] }),
          })
        : nothing
    }
    ${choosePeople(portal, options, errorOf('recipientIds'))}
    ${nobody ? nothing : letter(portal, options, errorOf)}
  </form>`;
}

/** Exactly the people of the firm who work on the chosen case. */
function choosePeople(
  { i18n, contact }: Portal,
  { draft, recipients, change }: ComposeFormOptions,
  error: string | undefined,
): Content {
  if (!draft.caseId) return undefined;
  return dataView(recipients, {
    skeleton: { shape: 'text', count: 2 },
    empty: () => html`<div><p>${i18n.t('inbox.recipients-none')}</p>${callUs(i18n, contact)}</div>`,
    ready: ({ items }) =>
      checkboxes(i18n, {
        id: 'recipientIds',
        label: i18n.t('inbox.recipients'),
        hint: i18n.t('inbox.recipients-hint'),
        error,
        choices: items.map(({ id, name, title }) => ({ value: id, label: name, hint: title ?? undefined })),
        values: draft.recipientIds,
        change: (recipientIds) => change({ recipientIds }),
      }),
  });
}

/** What is written, and the button. */
function letter(
  { i18n, firm }: Portal,
  { draft, busy, notice, change }: ComposeFormOptions,
  errorOf: (field: string) => string | undefined,
): Content {
  return html`${textField(i18n, {
    id: 'subject',
    label: i18n.t('inbox.subject'),
    error: errorOf('subject'),
    autocomplete: 'off',
    value: draft.subject,
    input: (subject) => change({ subject }),
  })}
    ${textArea(i18n, {
      id: 'body',
      label: i18n.t('inbox.body'),
      hint: firm?.contact.emergencyNote ?? undefined,
      error: errorOf('body'),
      limit: messageLimit,
      rows: 7,
      value: draft.body,
      input: (body) => change({ body }),
    })}
    ${notice}
    ${button(i18n.t('inbox.send'), {
      kind: 'primary',
      type: 'submit',
      icon: sendIcon,
      busy: busy && i18n.t('inbox.sending'),
    })}`;
}
