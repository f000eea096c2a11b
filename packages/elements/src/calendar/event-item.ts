import type { Event } from '@casefront/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { I18n } from '../locales/index.ts';
import { icon, outsideLink } from '../ui/index.ts';
import { mapPinIcon, videoIcon } from '../ui/icons.ts';
import { dateTile, eventTime } from './event-time.ts';

/** The kind of an event in words: “Court hearing”. */
export function eventKind(i18n: I18n, { kind }: Event): string {
  const key = `event.kind.${kind}`;
  return i18n.t(i18n.has(key) ? key : 'event.kind.other');
}

/** A date with everything that one needs to be there. */
export const eventItem = (i18n: I18n, event: Event): TemplateResult =>
  html`<div class="event" part="event">
    ${dateTile(i18n, event)}
    <div class="event__main" part="event__main">
      <p class="event__title" part="event__title">${event.title}</p>
      <p>${eventTime(i18n, event)}</p>
      ${eventKind(i18n, event) === event.title ? nothing : html`<p class="muted">${kindAndCase(i18n, event)}</p>`}
      ${event.location ? html`<p class="event__place">${icon(mapPinIcon)}<span>${event.location}</span></p>` : nothing}
      ${
        event.url
          ? html`<p class="event__place">${icon(videoIcon)}${outsideLink(i18n, i18n.t('event.join'), event.url)}</p>`
          : nothing
      }
      ${event.bring ? html`<p><strong>${i18n.t('event.add')}:</strong> ${event.bring}</p>` : nothing}
    </div>
  </div>`;

const kindAndCase = (i18n: I18n, event: Event) =>
  event.caseTitle ? `${eventKind(i18n, event)} · ${event.caseTitle}` : eventKind(i18n, event);

export const eventStyles = css`
  .event {
    display: flex;
    gap: 1em;
    align-items: flex-start;
  }
  .event__main {
    display: grid;
    gap: 0.25em;
    min-inline-size: 0;
  }
  .event__title {
    font-weight: 600;
  }
  .event__place {
    display: flex;
    gap: 0.5em;
  }
  .event__place .icon {
    margin-block-start: 0.125em;
    color: var(--_text-muted);
  }
  .tile {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 3.25em;
    padding-block: 0.25em 0.375em;
    border-radius: var(--_radius);
    background-color: var(--_brand-tint);
    color: var(--_on-brand-tint);
    line-height: 1.2;
  }
  .tile__month {
    font-size: 0.8125em;
    font-weight: 600;
  }
  .tile__day {
    font-size: 1.375em;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
`;
