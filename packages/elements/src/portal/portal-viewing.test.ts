import { session } from '@casefront/core/endpoints/session';
import { cases } from '@casefront/core/endpoints/cases';
import { notifications } from '@casefront/core/endpoints/notifications';
import { fixtures, mock, world } from '@casefront/core/testing';
import { expect, waitUntil } from '@open-wc/testing';
import { html, render } from 'lit';
import * as stories from '../../../../stories/client-portal.stories.ts';
import { find, seek } from '../../../../stories/support/act.ts';
import { answering, clear, settled, show, wordsOf } from '../../../../stories/support/show.ts';
import { viewer } from '../../../../stories/support/viewers.ts';
import '../define.ts';
import { answerWith } from '../../../../.storybook/mocks.ts';

const leave = 'view_0123456789ABCDEFGHIJkl';

describe('the portal seen as a client', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('says so above everything, and stays in sight', async () => {
    const stage = await show(stories, 'SeenAsAClient');
    const bar = await find(stage, '.viewing');
    expect(bar.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'You see what Elena Marsh sees. You can read; nothing you do here counts.',
    );
    expect(getComputedStyle(seek(stage, 'portal-viewing')!).position).to.equal('sticky');
    expect(seek(await show(stories, 'Ready'), '.viewing')).to.equal(undefined);
  });

  it('has no signing out, no other firms and no warning of idleness: the session is somebody else’s', async () => {
    const stage = await show(stories, 'SeenAsAClient');
    await find(stage, '.viewing');
    expect(seek(stage, '.account')).to.equal(undefined);
    expect(seek(stage, 'dialog')).to.equal(undefined);
    await find(await show(stories, 'Ready'), 'dialog');
  });

  it('tells the server of nothing that was looked at', async () => {
    let seen = 0;
    const counted = [
      mock(notifications.seen, () => (seen++, fixtures.counts)),
      mock(cases.get, fixtures.cases[0]),
    ];
    const look = async (...mocks: Parameters<typeof answering>[2][]) => {
      const stage = await show(answering(stories, 'DeepLink', ...counted, ...mocks), 'DeepLink');
      await find(stage, 'portal-case');
      await settled(stage);
    };
    await look(viewer);
    expect(seen).to.equal(0);
    clear();
    await look();
    await waitUntil(() => seen === 1, 'whoever is a client has seen it');
  });

  for (const tag of ['client-portal', 'portal-provider']) {
    it(`sends the leave with every request of <${tag}>, and shows the bar once`, async () => {
      const leaves = new Map<string, string | null>();
      const noted = mock(session.get, (_, { request }) => {
        leaves.set('session', request.headers.get('x-portal-view'));
        return { ...fixtures.session, viewedBy: 'Daniel Vance' };
      });
      const list = mock(cases.list, (_, { request }) => {
        leaves.set('cases', request.headers.get('x-portal-view'));
        return { items: [], next: null };
      });
      await answerWith([noted, list, ...world()]);
      const stage = document.createElement('main');
      document.body.append(stage);
      history.replaceState(null, '', '#/cases');
      render(
        tag === 'client-portal'
          ? html`<client-portal api="/viewing/${tag}" view=${leave}></client-portal>`
          : html`<portal-provider api="/viewing/${tag}" view=${leave}>
              <client-portal></client-portal>
            </portal-provider>`,
        stage,
      );
      await find(stage, '.viewing');
      await waitUntil(() => leaves.size === 2, 'not asked for the cases');
      expect([...leaves.values()]).to.deep.equal([leave, leave]);
      expect(wordsOf(stage).split('You see what').length - 1).to.equal(1);
      stage.remove();
    });
  }
});
