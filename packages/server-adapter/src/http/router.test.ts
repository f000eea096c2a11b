import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contract, get, post, walk } from '@casefront/core/contract';
import { newId } from '../ids.ts';
import { createRouter } from './router.ts';

const spec = { summary: '', audience: 'public' } as const;
const match = createRouter(
  {
    list: get('/cases', spec),
    get: get('/cases/:id', spec),
    open: post('/cases', spec),
    step: get('/cases/:caseId/steps/:id', spec),
    news: get('/cases/news', spec),
  },
  '/v1',
);
const [one, two] = [newId('case'), newId('step')];

const found = (method: string, path: string) => {
  const result = match(method, path);
  return result && 'route' in result ? [result.route.name, result.params] : result;
};

describe('the router', () => {
  it('finds an endpoint by method and path', () => {
    assert.deepEqual(found('GET', '/v1/cases'), ['list', {}]);
    assert.deepEqual(found('POST', '/v1/cases'), ['open', {}]);
  });

  it('names the parameters as the path does', () => {
    assert.deepEqual(found('GET', `/v1/cases/${one}`), ['get', { id: one }]);
    assert.deepEqual(found('GET', `/v1/cases/${one}/steps/${two}`), ['step', { caseId: one, id: two }]);
  });

  it('prefers a fixed segment to a parameter', () => {
    assert.deepEqual(found('GET', '/v1/cases/news'), ['news', {}]);
  });

  it('answers HEAD like GET', () => {
    assert.deepEqual(found('HEAD', '/v1/cases'), ['list', {}]);
  });

  it('names the methods of a path that has others', () => {
    assert.deepEqual(match('DELETE', '/v1/cases'), { allowed: ['GET', 'POST', 'HEAD', 'OPTIONS'] });
  });

  for (const path of [
    '/',
    '/v1',
    '/v1/',
    '/v1/cases/',
    '//v1/cases',
    '/v2/cases',
    '/v1/Cases',
    '/v1/cases/case_1',
    '/v1/cases/..',
    `/v1/cases/${one}%00`,
    `/v1/cases/%63ase${one.slice(4)}`,
    `/v1/cases/${one}/steps`,
    '/v1/__proto__',
    '/v1/constructor',
  ]) {
    it(`knows nothing at ${path}`, () => assert.equal(match('GET', path), undefined));
  }

  it('refuses two endpoints at one place', () => {
    assert.throws(
      () => createRouter({ a: get('/x/:id', spec), b: get('/x/:other', spec) }, ''),
      /same route/,
    );
  });

  it('finds every endpoint of the contract', () => {
    const real = createRouter(contract, '/v1');
    for (const { name, endpoint } of walk(contract)) {
      const result = real(endpoint.method, `/v1${endpoint.path.replace(/:\w+/g, one)}`);
      assert.ok(result && 'route' in result && result.route.endpoint === endpoint, name);
    }
  });
});
