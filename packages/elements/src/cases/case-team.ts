import type { TeamMember } from '@casefront/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { avatar, avatarStyles } from '../ui/index.ts';

/** Who works on a case, with a face. */
export const caseTeam = (team: readonly TeamMember[]): TemplateResult =>
  html`<ul class="team" part="team" role="list">
    ${team.map(
      ({ name, title, photoUrl }) =>
        html`<li class="member" part="member">
          ${avatar({ name, photoUrl })}
          <span class="member__words">
            <span class="member__name" part="member__name">${name}</span>
            ${title ? html`<span class="muted">${title}</span>` : nothing}
          </span>
        </li>`,
    )}
  </ul>`;

export const teamStyles = [
  avatarStyles,
  css`
  .team {
    display: grid;
    gap: 0.75em;
  }
  .member {
    display: flex;
    gap: 0.75em;
    align-items: center;
  }
  .member__words {
    display: grid;
    min-inline-size: 0;
  }
  .member__name {
    font-weight: 600;
  }
`,
];
