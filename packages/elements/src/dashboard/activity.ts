import type { Activity } from '@casefront/core';
import { html, type TemplateResult } from 'lit';
import english from '../locales/en.activity.json' with { type: 'json' };
import { addEnglish, type Key } from '../locales/index.ts';
import type { Portal } from '../state/index.ts';
import { link, moment, type Content } from '../ui/index.ts';

addEnglish(english);

/** What happened, a sentence each, newest first. */
export const recent = (portal: Portal, items: readonly Activity[]): TemplateResult =>
  items.length
    ? html`<ol class="activity" part="activity" role="list">
        ${items.map(
          (item) =>
            html`<li>
              <p>${sentence(portal, item)}</p>
              <p class="muted">${moment(portal.i18n, item.at)}</p>
            </li>`,
        )}
      </ol>`
    : html`<p class="muted">${portal.i18n.t('activity.empty')}</p>`;

function sentence(portal: Portal, item: Activity): Content {
  const { i18n, firm } = portal;
  return i18n.rich<string | TemplateResult>(keyOf(portal, item), {
    actor: item.actor ?? firm?.name ?? '',
    title: subject(portal, item),
  });
}

/** A kind that a newer server has added reads as “Something changed”. */
function keyOf({ i18n }: Portal, { kind, by }: Activity): Key {
  const keys = [`activity.${kind}-${by}`, `activity.${kind}`];
  return keys.find((key) => i18n.has(key)) ?? 'activity.other';
}

/** The item that it is about, as a link to where it can be seen. */
function subject(
  portal: Portal,
  { subject: { type, id, title }, caseId }: Activity,
): string | TemplateResult {
  if (type === 'thread') return link(title, { href: portal.href('thread', id) });
  if (type === 'case') return link(title, { href: portal.href('case', id) });
  return caseId ? link(title, { href: portal.href('case', caseId) }) : title;
}
