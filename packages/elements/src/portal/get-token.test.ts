/** A page that has signed its visitor in itself hands a token over. */
import { createClient } from '@casefront/core/client';
import { session } from '@casefront/core/endpoints/session';
import { fixtures, mock, mockFetch, problem, world } from '@casefront/core/testing';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/client-portal.ts';
import '../define/portal-dashboard.ts';
import '../define/portal-provider.ts';

/** A server where nobody is signed in until a token of the host is exchanged, and what it was sent. */
function hosted({ here = false, refuses = false } = {}) {
  const exchanged: string[] = [];
  let asked = 0;
  const client = createClient({
    api: 'http://portal.test',
    fetch: mockFetch(
      mock(session.get, () => {
        asked++;
        return here ? fixtures.session : (problem('auth.required') as never);
      }),
      mock(session.exchange, ({ token }) => {
        exchanged.push(token);
        if (refuses) return problem('auth.token-refused') as never;
        here = true;
        return fixtures.session;
      }),
      mock(session.end, () => void (here = false)),
      ...world(),
    ),
  });
  return { client, exchanged, expire: () => (here = false), asked: () => asked };
}

const words = (page: Element) => page.querySelector('portal-dashboard')!.renderRoot.textContent!;
const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));
const portalOf = (server: ReturnType<typeof hosted>, getToken?: () => Promise<string | undefined>) =>
  fixture(html`<portal-provider .client=${server.client} .getToken=${getToken}>
    <portal-dashboard></portal-dashboard>
  </portal-provider>`);

/** What was reported to the page meanwhile, once something was. */
async function reported(run: () => Promise<void>): Promise<unknown[]> {
  const errors: unknown[] = [];
  const { onerror } = window;
  window.onerror = (_event, _source, _line, _column, error) => void errors.push(error);
  await run();
  await waitUntil(() => errors.length > 0, 'nothing was reported');
  window.onerror = onerror;
  return errors;
}

describe('getToken', () => {
  it('B43: signs in whom the page knows, without showing the sign-in first', async () => {
    const server = hosted();
    const page = await portalOf(server, async () => 'token');
    await waitUntil(() => words(page).includes('Hello'));
    expect(server.exchanged).to.deep.equal(['token']);
  });

  it('works on <client-portal> too', async () => {
    const server = hosted();
    const page = await fixture(
      html`<client-portal .client=${server.client} .getToken=${async () => 'token'}></client-portal>`,
    );
    await waitUntil(() => page.shadowRoot!.querySelector('portal-dashboard'));
    expect(page.querySelector('portal-sign-in')).to.equal(null);
  });

  it('may come later than the portal', async () => {
    const server = hosted();
    const page = await portalOf(server);
    await waitUntil(() => words(page).includes('Please sign in'));
    Object.assign(page, { getToken: async () => 'late' });
    await waitUntil(() => words(page).includes('Hello'));
    expect(server.exchanged).to.deep.equal(['late']);
  });

  it('is not asked when somebody is signed in', async () => {
    const server = hosted({ here: true });
    const page = await portalOf(server, () => expect.fail('was asked'));
    await waitUntil(() => words(page).includes('Hello'));
    expect(server.exchanged).to.deep.equal([]);
  });

  it('leaves it at that without a token, and asks again on return to the page', async () => {
    const server = hosted();
    const tokens = [undefined, 'now'];
    const page = await portalOf(server, async () => tokens.shift());
    await waitUntil(() => words(page).includes('Please sign in'));
    expect(server.exchanged).to.deep.equal([]);
    comeBack();
    await waitUntil(() => words(page).includes('Hello'));
  });

  it('signs nobody in again who has left, or was away for too long', async () => {
    for (const end of ['signed-out', 'expired'] as const) {
      const server = hosted();
      const page = await portalOf(server, async () => 'token');
      await waitUntil(() => words(page).includes('Hello'));
      const { state } = (await import('../state/index.ts')).portal(page as never);
      if (end === 'signed-out') await state!.signOut();
      else server.expire();
      comeBack();
      await waitUntil(() => state!.session === null && words(page).includes('Sign in'));
      const before = server.asked();
      comeBack();
      await waitUntil(() => server.asked() > before);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(server.exchanged, end).to.deep.equal(['token']);
    }
  });

  it('tells the page when it fails or its token is refused; there is the form then', async () => {
    const failure = new Error('The page’s own backend is away');
    const fail = async () => {
      throw failure;
    };
    const errors = await reported(async () => {
      const page = await portalOf(hosted(), fail);
      await waitUntil(() => words(page).includes('Please sign in'));
    });
    expect(errors).to.deep.equal([failure]);
    const [refusal] = await reported(async () => {
      const page = await portalOf(hosted({ refuses: true }), async () => 'forged');
      await waitUntil(() => words(page).includes('Please sign in'));
    });
    expect(refusal).to.include({ code: 'auth.token-refused' });
  });
});
