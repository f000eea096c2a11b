import { createClient, type PortalClient } from '@casefront/core/client';
import { session } from '@casefront/core/endpoints/session';
import { fixtures, mock, mockFetch, problem, world } from '@casefront/core/testing';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../define/client-portal.ts';
import { stateFor, type PortalState } from '../state/index.ts';
import type { ClientPortal } from './client-portal.ts';

const MINUTE = 60_000;
/** The fixture's session lasts 30 minutes without an act. */
const IDLE = fixtures.session.idleSeconds * 1000;

let client: PortalClient;
let state: PortalState;
let element: ClientPortal;
let ended = false;
let acts = 0;

const dialog = () => element.renderRoot.querySelector<HTMLDialogElement>('dialog')!;
const said = () => dialog().querySelector('[role=status]')!.textContent;

/** The person has done nothing for so long. It looks once a second. */
async function idleFor(milliseconds: number, expected: () => boolean): Promise<void> {
  state.lastAct = Date.now() - milliseconds;
  await waitUntil(expected, 'never happened', { timeout: 3_000 });
}

describe('the warning before a session ends', () => {
  beforeEach(async () => {
    ended = false;
    acts = 0;
    client = createClient({
      api: 'http://portal.test',
      fetch: mockFetch(
        mock(session.get, () => (ended ? problem('auth.expired' as never) : fixtures.session)),
        mock(session.extend, () => (acts++, fixtures.session)),
        ...world(),
      ),
    });
    state = stateFor(client);
    element = await fixture<ClientPortal>(html`<client-portal .client=${client}></client-portal>`);
    await waitUntil(() => element.renderRoot.querySelector('dialog'), 'is not there', { timeout: 5_000 });
  });

  it('comes two minutes before, says so again at one minute and at twenty seconds, and ends the session', async () => {
    expect(dialog().open).to.equal(false);
    await idleFor(IDLE - 2.9 * MINUTE, () => dialog().open);
    expect(said()).to.contain('2 minutes');
    expect(dialog().matches(':modal')).to.equal(true);
    await idleFor(IDLE - 1.9 * MINUTE, () => said()!.includes('1 minute.'));
    await idleFor(IDLE - 1.3 * MINUTE, () => said()!.includes('20 seconds'));
    ended = true;
    await idleFor(IDLE, () => element.querySelector('portal-sign-in form') !== null);
    expect(element.renderRoot.querySelector('dialog')).to.equal(null);
    expect(element.textContent).to.contain('You were signed out');
  });

  it('keeps the session with one press', async () => {
    await idleFor(IDLE - 2.9 * MINUTE, () => dialog().open);
    const before = acts;
    dialog().querySelector<HTMLButtonElement>('.button--primary')!.click();
    await waitUntil(() => !dialog().open);
    expect(acts).to.equal(before + 1);
    expect(Date.now() - state.lastAct).to.be.lessThan(1_000);
  });

  it('is over when the person has gone on in another tab', async () => {
    await idleFor(IDLE - 2.9 * MINUTE, () => dialog().open);
    const tab = new BroadcastChannel('casefront http://portal.test');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    tab.postMessage(Date.now());
    await waitUntil(() => !dialog().open, 'stayed open', { timeout: 3_000 });
    tab.close();
  });
});
