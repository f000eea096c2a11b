import { createClient } from '@casefront/core/client';
import { cases } from '@casefront/core/endpoints/cases';
import { messages } from '@casefront/core/endpoints/threads';
import { session } from '@casefront/core/endpoints/session';
import {
  aMessage,
  aPage,
  fixtures,
  mock,
  mockFetch,
  never,
  problem,
  type summaryOf,
  world,
} from '@casefront/core/testing';
import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../define/portal-provider.ts';
import { emptyState } from '../ui/index.ts';
import { dataView, mutation, pages, portal, query, stateFor, type PortalHost } from './index.ts';

/** A module once more, as a second copy of the bundle on the page would bring it. */
const again = <T>(module: string): Promise<T> => import(`./${module}?copy`) as Promise<T>;
const otherStates = await again<typeof import('./states.ts')>('states.ts');
const otherContext = await again<typeof import('./context.ts')>('context.ts');

type Handler = ReturnType<typeof world>[number];

const [citizenship] = fixtures.cases;
const thread = fixtures.threads[0];
let asked: string[] = [];

/** A client of its own, so a state of its own; writes down what it asks for. */
function clientOf(...handlers: Handler[]) {
  const fetch = mockFetch(...handlers, ...world());
  return createClient({
    api: 'http://portal.test',
    fetch: (input, init) => {
      const request = new Request(input, init);
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return fetch(request);
    },
  });
}

/** An element as the elements are made. */
class TestCase extends LitElement implements PortalHost {
  static override properties = { api: {}, client: { attribute: false }, caseId: { attribute: false } };
  declare api?: string;
  declare client?: ReturnType<typeof clientOf>;
  declare caseId?: string;
  readonly portal = portal(this);
  readonly case = query(this, cases.get, () => this.caseId && { id: this.caseId });
  readonly reply = mutation(this, messages.reply);

  override render() {
    return html`<div>
      ${dataView(this.case, { ready: ({ title, id }) => html`<a href=${this.portal.href('case', id)}>${title}</a>` })}
    </div>`;
  }
}
customElements.define('test-case', TestCase);

class TestList extends LitElement implements PortalHost {
  static override properties = { client: { attribute: false } };
  declare client?: ReturnType<typeof clientOf>;
  readonly list = pages(this, cases.list);

  override render() {
    return html`<div>
      ${dataView(this.list, {
        empty: () => emptyState({ title: 'Nothing here' }),
        ready: (items) => items.map(({ title }) => title).join(),
      })}
    </div>`;
  }
}
customElements.define('test-list', TestList);

const wordsOf = (element: LitElement) => element.renderRoot.textContent!.replace(/\s+/g, ' ').trim();
const shows = (element: LitElement, words: string) =>
  waitUntil(() => wordsOf(element).includes(words), `never said “${words}” but “${wordsOf(element)}”`);

const one = (client: ReturnType<typeof clientOf>) =>
  fixture<TestCase>(html`<test-case .client=${client} .caseId=${citizenship.id}></test-case>`);

describe('an element and its portal', () => {
  beforeEach(() => {
    asked = [];
  });

  it('works alone with a client of its own', async () => {
    await shows(await one(clientOf()), citizenship.title);
  });

  it('finds the provider around it, over shadow roots', async () => {
    const client = clientOf();
    const provider = await fixture(html`<portal-provider .client=${client}><div></div></portal-provider>`);
    const root = provider.querySelector('div')!.attachShadow({ mode: 'open' });
    const element = Object.assign(new TestCase(), { caseId: citizenship.id });
    root.append(element);
    await shows(element, citizenship.title);
  });

  it('finds a provider that is upgraded after it', async () => {
    const holder = await fixture(
      html`<late-provider><test-case .caseId=${citizenship.id}></test-case></late-provider>`,
    );
    const element = holder.querySelector<TestCase>('test-case')!;
    await nextFrame();
    expect(element.portal.state).to.equal(undefined);
    const { PortalProvider } = await import('../portal/portal-provider.ts');
    customElements.define(
      'late-provider',
      class extends PortalProvider {
        override client = clientOf();
      },
    );
    await shows(element, citizenship.title);
  });

  it('changes to a provider that is put in between', async () => {
    const [outer, inner] = [
      clientOf(),
      clientOf(mock(cases.get, { ...citizenship, title: 'Of the inner one' })),
    ];
    const page = await fixture(
      html`<portal-provider .client=${outer}><div><test-case .caseId=${citizenship.id}></test-case></div></portal-provider>`,
    );
    const element = page.querySelector<TestCase>('test-case')!;
    await shows(element, citizenship.title);
    const between = Object.assign(document.createElement('portal-provider'), { client: inner });
    page.querySelector('div')!.append(between);
    between.append(element);
    await shows(element, 'Of the inner one');
  });

  it('shares one state per address, over two copies of the bundle', () => {
    expect(otherStates.stateFor('/portal-api')).to.equal(
      stateFor(new URL('/portal-api', location.href).href),
    );
    expect(stateFor('/other-api')).to.not.equal(stateFor('/portal-api'));
  });

  it('takes the state from a provider of another copy of the bundle', async () => {
    const page = await fixture(html`<div><test-case .caseId=${citizenship.id}></test-case></div>`);
    const state = stateFor(clientOf());
    const provider = new otherContext.Provider(page);
    provider.provide(state);
    provider.connect();
    const element = page.querySelector<TestCase>('test-case')!;
    expect(element.portal.state).to.equal(state);
    await shows(element, citizenship.title);
  });

  it('asks for the session and for its data at the same time, and once each', async () => {
    await shows(await one(clientOf()), citizenship.title);
    expect(asked.toSorted()).to.deep.equal(
      ['/v1/firm', '/v1/session', `/v1/cases/${citizenship.id}`].map((path) => `GET ${path}`).toSorted(),
    );
  });

  it('asks for nothing while there is nothing to ask', async () => {
    const element = await fixture<TestCase>(html`<test-case .client=${clientOf()}></test-case>`);
    await waitUntil(() => element.portal.ready);
    expect(asked.filter((path) => path.includes('cases'))).to.deep.equal([]);
    element.caseId = citizenship.id;
    await shows(element, citizenship.title);
  });

  it('lets the host intercept its links, and leaves other clicks alone', async () => {
    const element = await one(clientOf());
    await shows(element, citizenship.title);
    const seen: string[] = [];
    element.addEventListener('portal-navigate', (event) => {
      seen.push(`${event.detail.place} ${event.detail.id}`);
      event.preventDefault();
    });
    const link = element.renderRoot.querySelector('a')!;
    const before = location.hash;
    link.click();
    expect([seen, location.hash]).to.deep.equal([[`case ${citizenship.id}`], before]);
    link.addEventListener('click', (event) => event.preventDefault(), { once: true }); // no new tab in a test
    link.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    expect(seen).to.have.length(1);
  });
});

describe('the states of data', () => {
  it('waits', async () => {
    const element = await one(clientOf(mock(cases.get, never)));
    expect(element.renderRoot.querySelector('.skeleton')).to.not.equal(null);
  });

  it('says that there is nothing', async () => {
    const client = clientOf(mock(cases.list, aPage<ReturnType<typeof summaryOf>>([])));
    await shows(await fixture<TestList>(html`<test-list .client=${client}></test-list>`), 'Nothing here');
  });

  it('fails with the firm’s telephone, and tries again', async () => {
    let broken = true;
    const element = await one(
      clientOf(mock(cases.get, () => (broken ? problem('server.failed') : citizenship))),
    );
    await shows(element, 'Try again');
    await shows(element, fixtures.firm.contact.phone);
    broken = false;
    element.renderRoot.querySelector('button')!.click();
    await shows(element, citizenship.title);
  });

  it('offers a way out, and not another try, when something is not there', async () => {
    const element = await one(clientOf(mock(cases.get, problem('not-found'))));
    await shows(element, 'It may no longer be shared with you');
    expect(element.renderRoot.querySelector('button')).to.equal(null);
    expect(element.renderRoot.querySelector('a[href$="#/"]')).to.not.equal(null);
  });

  it('keeps what it has while it cannot be renewed, and says how old it is', async () => {
    let broken = false;
    const element = await one(
      clientOf(mock(cases.get, () => (broken ? problem('server.failed') : citizenship))),
    );
    await shows(element, citizenship.title);
    broken = true;
    await element.case.refetch();
    await shows(element, 'Last updated');
    expect(wordsOf(element)).to.contain(citizenship.title);
    broken = false;
    element.renderRoot.querySelector('button')!.click();
    await waitUntil(() => !wordsOf(element).includes('Last updated'));
  });

  it('asks to sign in when nobody is, and forgets everything when a session ends', async () => {
    let here = true;
    const element = await one(
      clientOf(mock(cases.get, () => (here ? citizenship : (problem('auth.expired') as never)))),
    );
    await shows(element, citizenship.title);
    const told: Event[] = [];
    element.addEventListener('portal-session-expired', (event) => told.push(event));
    here = false;
    await element.case.refetch();
    await shows(element, 'You were signed out');
    expect(wordsOf(element)).not.to.contain(citizenship.title);
    expect([told.length, element.portal.session]).to.deep.equal([1, null]);
  });

  it('tells nobody that a session expired when there was none', async () => {
    const told: Event[] = [];
    document.addEventListener('portal-session-expired', (event) => told.push(event), { once: true });
    const signedOut = problem('auth.required');
    const element = await one(clientOf(mock(session.get, signedOut), mock(cases.get, signedOut as never)));
    await shows(element, 'Please sign in');
    expect(told).to.deep.equal([]);
  });
});

describe('a mutation', () => {
  const reply = { id: thread.id, body: 'Hello' };

  it('keeps its key while nobody knows whether it arrived, and takes another for other words', async () => {
    const keys: (string | null)[] = [];
    let broken = true;
    const element = await one(
      clientOf(
        mock(messages.reply, (_, { idempotencyKey }) => {
          keys.push(idempotencyKey);
          return broken ? problem('server.failed') : aMessage({ body: 'Hello' });
        }),
      ),
    );
    expect(await element.reply.run(reply)).to.equal(undefined);
    expect(element.reply.error?.code).to.equal('server.failed');
    await element.reply.run(reply);
    await element.reply.run({ ...reply, body: 'Hello again' });
    broken = false;
    expect((await element.reply.run({ ...reply, body: 'Hello again' }))?.body).to.equal('Hello');
    expect(element.reply.error).to.equal(undefined);
    await element.reply.run({ ...reply, body: 'Hello again' });
    const [first, second, third, fourth, fifth] = keys;
    expect([first === second, second === third, third === fourth, fourth === fifth]).to.deep.equal([
      true,
      false,
      true,
      false,
    ]);
  });

  it('runs once when it is pressed twice', async () => {
    let sent = 0;
    const element = await one(clientOf(mock(messages.reply, () => (sent++, aMessage({ body: 'Hello' })))));
    const [one_, other] = [element.reply.run(reply), element.reply.run(reply)];
    expect([one_ === other, element.reply.busy]).to.deep.equal([true, true]);
    await one_;
    expect([sent, element.reply.busy]).to.deep.equal([1, false]);
  });
});
