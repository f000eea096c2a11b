import { firm } from '../firm.ts';
import { html } from '../html.ts';
import type { Page } from '../layout.ts';

export const contact: Page = {
  title: 'Contact',
  section: '/contact',
  description: `${firm.phone}. ${firm.street}, ${firm.town}. ${firm.hours}.`,
  styles: ['pages'],
  body: html`<div class="firm column page">
    <header class="page-head">
      <h1>Call, write or come up the stairs</h1>
      <p class="big-phone"><a href="${firm.phoneHref}">${firm.phone}</a></p>
    </header>
    <div class="sheet">
      <figure class="sheet-main map">
        <img src="/images/chart.svg#svgView(viewBox(820,130,650,430))" width="650" height="430" alt="Chart of the harbor. The office is marked with a circle above the ferry landing.">
        <figcaption>From the ferry: straight up Landing Street, first left. The green door beside the chandlery, one flight up. There is a lift behind the shop; ring and Peter will come down.</figcaption>
      </figure>
      <div class="sheet-side">
        <h2>Office</h2>
        <address>${firm.street}<br>${firm.town}</address>
        <h2>Hours</h2>
        <p>${firm.hours}<br>Thursdays until 7:00, by appointment</p>
        <h2>After hours</h2>
        <p>If someone has been detained or arrested: <a href="${firm.afterHoursHref}">${firm.afterHours}</a>. If anyone is in danger, call 911 first.</p>
        <h2>Email</h2>
        <p><a href="mailto:${firm.email}">${firm.email}</a>. Clients: please write in <a href="/portal">the portal</a> instead, where nobody else can read it.</p>
      </div>
    </div>
    <section class="bring" aria-labelledby="bring">
      <h2 id="bring">What to bring the first time</h2>
      <ul class="plain-list">
        <li>The letter, and the envelope it came in</li>
        <li>Anything with a deadline on it</li>
        <li>Passport, permit or driver’s license</li>
        <li>The name of anyone on the other side, so that we can check we are free to help</li>
      </ul>
    </section>
  </div>`,
};
