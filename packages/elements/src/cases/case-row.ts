import type { CaseSummary } from '@casefront/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Portal } from '../state/index.ts';
import { moment, row, tag } from '../ui/index.ts';

/** A case in a list: what it is, where it stands, whether there is news. The whole row leads to it. */
export function caseRow(portal: Portal, item: CaseSummary): TemplateResult {
  const { i18n } = portal;
  const closed = item.state === 'closed';
  return row({
    title: item.title,
    text: html`<span class="case-row__area">${item.area}</span>${closed ? nothing : now(portal, item)}`,
    status: html`${item.unseen ? tag(i18n.t('cases.unseen'), 'brand') : nothing}
    ${closed ? tag(i18n.t('cases.closed')) : tag(item.status.label)}`,
    meta: moment(i18n, item.updatedAt),
    href: portal.href('case', item.id),
    unseen: item.unseen,
  });
}

const now = ({ i18n }: Portal, { currentStep }: CaseSummary) =>
  currentStep
    ? html`<span class="case-row__now">${i18n.t('cases.step', { title: currentStep })}</span>`
    : nothing;

export const caseRowStyles = css`
  .case-row__area,
  .case-row__now {
    display: block;
  }
  .case-row__now {
    color: var(--_text);
  }
`;
