import { areas, type Area } from '../areas.ts';
import { firm, people } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';

export const practice: Page = {
  title: 'What we do',
  section: '/practice',
  description: 'Immigration, family law and injury cases in Port Ellery, Washington.',
  styles: ['pages'],
  body: html`<div class="firm column page">
    <header class="page-head">
      <h1>What we do</h1>
      <p>Three kinds of cases, because that is how many a small office can do well. For anything else we will tell you who is good.</p>
    </header>
    ${areas.map(
      (area) => html`<section class="area" aria-labelledby="${area.slug}">
        <h2 id="${area.slug}"><a href="/practice/${area.slug}">${area.name}</a></h2>
        <p class="area-lead">${area.lead}</p>
        <ul class="plain-list">${area.handles.map((item) => html`<li>${item}</li>`)}</ul>
        <p class="index-fee">${area.fee}</p>
      </section>`,
    )}
  </div>`,
};

export const practiceArea = (slug: string): Page | undefined => {
  const area = areas.find((candidate) => candidate.slug === slug);
  return area && areaPage(area);
};

function areaPage(area: Area): Page {
  const lawyer = people.find((person) => person.slug === area.lawyer);
  const others = areas.filter((other) => other !== area);
  return {
    title: area.name,
    section: '/practice',
    description: area.summary,
    styles: ['pages'],
    body: html`<div class="firm column page">
      <header class="page-head">
        <h1>${area.name}</h1>
        <p>${area.lead}</p>
      </header>
      <div class="sheet">
        <div class="sheet-main">
          <h2>How a case usually goes</h2>
          <ol class="stages">
            ${area.stages.map((stage) => html`<li><h3>${stage.name}</h3><p>${stage.words}</p></li>`)}
          </ol>
          <h2>What people ask us</h2>
          <dl class="questions">
            ${area.questions.map(({ asked, answer }) => html`<div><dt>${asked}</dt><dd>${answer}</dd></div>`)}
          </dl>
        </div>
        <aside class="sheet-side" aria-label="In short">
          <h2>We handle</h2>
          <ul class="plain-list">${area.handles.map((item) => html`<li>${item}</li>`)}</ul>
          <h2>What it costs</h2>
          <p>${area.fee}.</p>
          ${lawyer && html`<h2>Who to ask for</h2><p><a href="/people#${lawyer.slug}">${lawyer.name}</a>, ${lawyer.title.toLowerCase()}</p>`}
          <p class="side-phone"><a href="${firm.phoneHref}">${firm.phone}</a></p>
        </aside>
      </div>
      <p class="onward">We also do
        ${others.map((other, i) => html`${i > 0 && ' and '}<a href="/practice/${other.slug}">${other.name.toLowerCase()}</a>`)}.
      </p>
    </div>`,
  };
}
