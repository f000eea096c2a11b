import type { Issue } from '@casefront/core';
import { messageLimit, subjectLimit, type PortalError } from '@casefront/core/client';
import { errorMessage, issueMessage, type I18n } from '../locales/index.ts';
import type { FieldError } from '../ui/index.ts';

/** A new message while it is written. */
export interface Draft {
  readonly caseId?: string | undefined;
  readonly recipientIds: readonly string[];
  readonly subject: string;
  readonly body: string;
}

export const emptyDraft: Draft = { recipientIds: [], subject: '', body: '' };

export const isEmpty = ({ subject, body }: Draft): boolean => !subject && !body;

/** The fields of the form, by the names of the contract. */
export const fields = ['caseId', 'recipientIds', 'subject', 'body'] as const;

/** What is missing or too long, in the order of the form. */
export function check(i18n: I18n, { caseId, recipientIds, subject, body }: Draft): FieldError[] {
  const errors: (FieldError | false)[] = [
    !caseId && { field: 'caseId', message: i18n.t('inbox.case-missing') },
    !!caseId &&
      !recipientIds.length && { field: 'recipientIds', message: i18n.t('inbox.recipients-missing') },
    !subject.trim() && { field: 'subject', message: i18n.t('inbox.subject-missing') },
    subject.trim().length > subjectLimit && {
      field: 'subject',
      message: i18n.t('inbox.subject-long', { count: subjectLimit }),
    },
    !body.trim() && { field: 'body', message: i18n.t('inbox.body-missing') },
    body.length > messageLimit && {
      field: 'body',
      message: i18n.t('inbox.body-long', { count: messageLimit }),
    },
  ];
  return errors.filter((error) => error !== false);
}

/** What the server has refused, at the fields that it is about. Empty when it is about none of them. */
export function refused(i18n: I18n, error: PortalError): FieldError[] {
  if (error.code === 'recipients.outside-case')
    return [{ field: 'recipientIds', message: errorMessage(i18n, error) }];
  return error.issues.flatMap((issue: Issue) => {
    const field = fields.find((name) => name === issue.path[0]);
    return field ? [{ field, message: issueMessage(i18n, issue) }] : [];
  });
}
