import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as routes from '../endpoints/index.ts';
import * as firmRoutes from '../endpoints/firm/index.ts';
import { isRoute, type Route, type RouteTree } from '../endpoints/route.ts';
import {
  commonErrors,
  contract,
  errorsOf,
  idPrefixes,
  isEndpoint,
  pathParams,
  problems,
  walk,
  type ContractTree,
} from './index.ts';
import * as ids from './ids.ts';

const endpoints = [...walk(contract)];

/** Counts by another road than `walk`. */
const count = (tree: ContractTree): number =>
  Object.values(tree).reduce((sum, node) => sum + (isEndpoint(node) ? 1 : count(node)), 0);

test('a walk meets every endpoint once, under its dotted name', () => {
  assert.equal(endpoints.length, count(contract));
  assert.equal(new Set(endpoints.map(({ name }) => name)).size, endpoints.length);
  assert.equal(
    endpoints.find(({ name }) => name === 'firm.threads.start')?.endpoint,
    contract.firm.threads.start,
  );
});

test('no two endpoints share method and path', () => {
  const places = endpoints.map(({ endpoint }) => `${endpoint.method} ${endpoint.path.replace(/:\w+/g, ':')}`);
  assert.deepEqual(
    places.filter((place, i) => places.indexOf(place) !== i),
    [],
  );
});

test('the firm’s side, and nothing else, is under /firm and for the firm', () => {
  for (const { name, endpoint } of endpoints) {
    assert.equal(endpoint.spec.audience === 'firm', endpoint.path.startsWith('/firm/'), name);
  }
});

/** What only people of the firm do: what opens many doors, and what is a person's own. */
const notForSystems =
  /^firm\.(keys|settings|views)\.|^firm\.access\.removeFactors$|^firm\.cases\.((un)?freezeParticipant|(un)?seal|openSeal)$/;

test('an API key needs a scope for everything, and none lets it make keys, look as a client, freeze or seal', () => {
  for (const { name, endpoint } of endpoints.filter(({ endpoint }) => endpoint.spec.audience === 'firm'))
    assert.equal(endpoint.spec.scope === undefined, notForSystems.test(name), name);
});

test('a path parameter is never also a field of the input', () => {
  for (const { name, endpoint } of endpoints)
    for (const param of pathParams(endpoint.path))
      assert.ok(!(param in (endpoint.spec.input?.shape ?? {})), `${name}: ${param}`);
});

test('requests are strict: an unknown key is refused', () => {
  for (const { name, endpoint } of endpoints) {
    const { input } = endpoint.spec;
    if (!input) continue;
    const issues = input.safeParse({ surprise: 1 }).error?.issues ?? [];
    assert.ok(
      issues.some(({ code }) => code === 'unrecognized_keys'),
      name,
    );
  }
});

test('what is somebody’s secret is read by a GET, by somebody who is known, and has a name', () => {
  const secret = endpoints.filter(({ endpoint }) => endpoint.spec.sensitive);
  assert.ok(secret.length >= 5);
  for (const { name, endpoint } of secret) {
    const { method, path, spec } = endpoint;
    assert.equal(method, 'GET', name);
    assert.notEqual(spec.audience, 'public', name);
    // Without an id it is the reader's own.
    if (!pathParams(path).includes('id')) assert.equal(spec.sensitive, 'person', name);
  }
});

test('an endpoint names the problems it may answer', () => {
  assert.deepEqual(pathParams('/cases/:id/steps/:stepId'), ['id', 'stepId']);
  for (const { name, endpoint } of endpoints) {
    const codes = errorsOf(endpoint);
    for (const code of commonErrors) assert.ok(codes.includes(code), name);
    assert.equal(codes.includes('auth.required'), endpoint.spec.audience !== 'public', name);
    if (pathParams(endpoint.path).length) assert.ok(codes.includes('not-found'), name);
  }
  assert.ok(errorsOf(contract.threads.start).includes('recipients.outside-case'));
  assert.ok(!errorsOf(contract.threads.list).includes('recipients.outside-case'));
});

test('every problem has a status, and a sentence for a person that ends', () => {
  for (const [code, { status, title, detail }] of Object.entries(problems)) {
    assert.ok(status >= 400 && status < 600, code);
    assert.match(title, /^[A-Z].*[^.]$/, code);
    assert.match(detail, /\.$/, code);
    assert.doesNotMatch(detail, /\b(invalid|log in|matter|error)\b/i, code);
  }
});

test('the routes of the browser are those of the contract', () => {
  const flat = (tree: RouteTree): Route[] =>
    Object.values(tree).flatMap((node) => (isRoute(node) ? [node] : flat(node)));
  const derived = [...flat(routes), ...flat(firmRoutes)]
    .map(({ name, method, path }) => ({ name, method, path }))
    .sort((a, b) => a.name.localeCompare(b.name));
  const expected = endpoints
    .map(({ name, endpoint: { method, path } }) => ({ name, method, path }))
    .sort((a, b) => a.name.localeCompare(b.name));
  assert.deepEqual(derived, expected);
});

test('an id is its prefix and 22 characters, and of no other kind', () => {
  const opaque = '0123456789abcdefghijKL';
  assert.ok(ids.CaseId.safeParse(`case_${opaque}`).success);
  for (const wrong of [
    `thr_${opaque}`,
    `case_${opaque}x`,
    `case_${opaque.slice(1)}`,
    `case_${opaque}\n`,
    opaque,
    '',
  ])
    assert.ok(!ids.CaseId.safeParse(wrong).success, JSON.stringify(wrong));
  assert.equal(new Set(Object.values(idPrefixes)).size, Object.keys(idPrefixes).length);
});
