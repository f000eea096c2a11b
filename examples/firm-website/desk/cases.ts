import type { FirmCaseSummary } from '@casefront/core/firm';
import { html } from 'lit';
import { all, type Desk, type Screen } from './desk.ts';
import { field, onSubmit, tag, when } from './parts.ts';

/** The cases of whoever is signed in. */
export const casesScreen: Screen = async (desk) => {
  const cases = await all((query) => desk.firm.cases.list(query));
  const body = html`
    <div class="desk-split">
      ${
        cases.length === 0
          ? html`<p class="nothing-here">You are on no case yet. Open one, or ask a colleague to add you to a team.</p>`
          : html`<ul class="rows">${cases.map(row)}</ul>`
      }
      ${openCase(desk)}
    </div>
  `;
  return { title: 'Cases', body };
};

const row = (item: FirmCaseSummary) => html`
  <li>
    <span class="row-main"><a href="#case/${item.id}">${item.title}</a><span>${item.area}, changed ${when(item.updatedAt)}</span></span>
    ${tag(item.state === 'closed' ? 'Closed' : item.status.label)}
  </li>
`;

const openCase = ({ firm, act }: Desk) => html`
  <form class="panel" @submit=${onSubmit(({ title = '', area = '' }) =>
    act(async () => {
      const opened = await firm.cases.create({ title, area, statusLabel: 'Just opened' });
      location.hash = `case/${opened.id}`;
      return `${opened.title} has been opened.`;
    }),
  )}>
    <h3>Open a case</h3>
    ${field('title', 'Title, as the client will read it', html`<input id="title" name="title" maxlength="200" required />`)}
    ${field(
      'area',
      'Practice area',
      html`<select id="area" name="area">
        <option>Immigration</option>
        <option>Family law</option>
        <option>Injury</option>
      </select>`,
    )}
    <button class="primary">Open case</button>
  </form>
`;
