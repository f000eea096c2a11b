import { areas } from '../areas.ts';
import { firm, people } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';
import { hoist } from './people.ts';

const log = [
  ['Day 1', 'You call. Peter listens, says whether we are the right people, and if not, who is.'],
  ['Day 3', 'You meet your lawyer: here, on the phone, or at your kitchen table on the islands.'],
  ['Day 5', 'A plan in plain words: what happens next, what it costs, what only you can decide.'],
  ['Every other Friday', 'A note about your case, even when the news is that there is no news.'],
] as const;

export const home: Page = {
  title: firm.name,
  description:
    'Immigration, family and injury law above the ferry landing in Port Ellery. Four people, in English and Spanish.',
  styles: ['home', 'people'],
  body: html`
    <section class="firm hero">
      <img class="hero-chart" src="/images/chart.svg" width="1600" height="820"
        alt="A nautical chart of Port Ellery harbor. The channel leads past the light on Ellery Head to the ferry landing; a circle just above it marks our office.">
      <div class="hero-words">
        <h1>Someone to call when the letter comes</h1>
        <p>
          From the government, from the other side’s lawyer, from an insurance company. We are four people above the
          ferry landing, and immigration, family and injury law is what we do all day.
        </p>
        <p class="hero-call">
          <a href="${firm.phoneHref}">${firm.phone}</a>
          <span>${firm.hours}. Se habla español. The first conversation costs nothing.</span>
        </p>
      </div>
    </section>

    <section class="firm band" aria-labelledby="practice">
      <div class="column index">
        <h2 id="practice">What we do</h2>
        <ul class="index-list">
          ${areas.map(
            (area) => html`<li>
              <h3><a href="/practice/${area.slug}">${area.name}</a></h3>
              <p>${area.summary}</p>
              <p class="index-fee">${area.fee}</p>
            </li>`,
          )}
        </ul>
      </div>
    </section>

    <section class="firm band band-shallow" aria-labelledby="log">
      <div class="column">
        <h2 id="log">How it goes, from the first call</h2>
        <dl class="log">
          ${log.map(([when, words]) => html`<div><dt>${when}</dt><dd>${words}</dd></div>`)}
        </dl>
      </div>
    </section>

    <section class="firm band" aria-labelledby="people">
      <div class="column">
        <h2 id="people">The whole firm</h2>
        <ul class="crew">
          ${people.map(
            (person) => html`<li>
              ${hoist(person)}
              <h3><a href="/people#${person.slug}">${person.name}</a></h3>
              <p class="crew-title">${person.title}</p>
              <p>${person.short}</p>
            </li>`,
          )}
        </ul>
        <p class="aside">The flags are our initials, as a ship would fly them.</p>
      </div>
    </section>

    <section class="firm band band-deep" aria-labelledby="clients">
      <div class="column client-call">
        <h2 id="clients">Already a client?</h2>
        <p>
          Where your case stands, what is next, and your messages with us are in the portal, at any hour. If you were
          invited and cannot find the mail, call Peter.
        </p>
        <a class="button" href="/portal">Open the client portal</a>
      </div>
    </section>`,
};
