import { people as everyone, type Person } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';

/** A person's initials as signal flags. Decorative: the name always stands beside it. */
export const hoist = (person: Person) =>
  html`<img class="hoist" src="/images/people/${person.initials}.svg" width="240" height="300" alt="">`;

export const people: Page = {
  title: 'Our people',
  section: '/people',
  description: 'Ruth Okafor, Daniel Vance, Inés Salgado and Peter Lindqvist: the whole of Harborview Law.',
  styles: ['pages', 'people'],
  body: html`<div class="firm column page">
    <header class="page-head">
      <h1>Our people</h1>
      <p>There are four of us. The person you meet is the person who does the work, and you will know all our names by the second visit.</p>
    </header>
    ${everyone.map(
      (person) => html`<article class="person" id="${person.slug}">
        ${hoist(person)}
        <div class="person-words">
          <h2>${person.name}</h2>
          <p class="crew-title">${person.title}</p>
          ${person.biography.map((words) => html`<p>${words}</p>`)}
          <dl class="facts">
            ${person.admitted && html`<div><dt>Admitted</dt><dd>${person.admitted}</dd></div>`}
            <div><dt>Speaks</dt><dd>${person.languages}</dd></div>
          </dl>
        </div>
      </article>`,
    )}
    <p class="aside">
      The flags are our initials in the International Code of Signals. Ruth’s father was a harbor pilot; the rest of us went along with it.
    </p>
  </div>`,
};
