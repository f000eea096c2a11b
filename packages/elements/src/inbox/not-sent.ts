import type { PortalError } from '@casefront/core/client';
import { html, nothing, type TemplateResult } from 'lit';
import { errorMessage } from '../locales/index.ts';
import type { Portal } from '../state/index.ts';
import { button, callUs, notice } from '../ui/index.ts';
import { refreshCwIcon } from '../ui/icons.ts';

/** A message that did not go out: why, that nothing is lost, and the way to try again. */
export function notSent(
  { i18n, contact }: Portal,
  error: PortalError | undefined,
  again: () => void,
): TemplateResult | typeof nothing {
  if (!error) return nothing;
  return notice(
    html`<p>${errorMessage(i18n, error)} ${i18n.t('inbox.not-sent-body')}</p>
      ${callUs(i18n, contact)}`,
    {
      tone: 'danger',
      title: i18n.t('inbox.not-sent'),
      action: button(i18n.t('common.try-again'), { icon: refreshCwIcon, click: again }),
    },
  );
}
