/** One endpoint of the contract as a handler for Mock Service Worker 3. */
import { http, HttpResponse, type HttpHandler } from 'msw';
import {
  apiVersion,
  contract,
  pathParams,
  walk,
  type Endpoint,
  type Issue,
  type ParsedOf,
  type ResultOf,
} from '../contract/index.ts';
import type { Route } from '../endpoints/route.ts';
import { checkAnswer, parseInput } from './check.ts';
import { MockProblem, problem } from './problem.ts';

/** What a mock answers: the endpoint's result, or a `problem(…)` of those it may answer. */
export type MockAnswer<E extends Endpoint> = ResultOf<E> | MockProblem;

/** What a resolver may look at beside the input. */
export interface MockContext {
  readonly request: Request;
  /** The key of a mutation; the same over its retries. */
  readonly idempotencyKey: string | null;
}

/** Answers a request from its input, parsed as the server parses it: defaults filled in, path parameters beside. */
export type MockResolver<E extends Endpoint> = (
  input: ParsedOf<E>,
  context: MockContext,
) => MockAnswer<E> | Promise<MockAnswer<E>>;

/**
 * Answers an endpoint, wherever its server is mounted. Input that the contract refuses is answered with
 * `request.invalid`, as the server would. Throws a TypeError when the answer is not one that the contract allows: at
 * once for a fixed answer, in the handler (msw answers 500 and writes it to the console) for a resolver's.
 *
 * @example
 * mock(cases.get, fixtures.cases[0])
 * mock(cases.list, problem('server.failed'))
 * mock(messages.reply, async ({ body }) => { await delay(500); return fixtures.message({ body }); })
 * mock(dashboard.get, never)
 */
export function mock<E extends Endpoint>(
  target: Route<E> | E,
  answer: MockAnswer<NoInfer<E>> | MockResolver<NoInfer<E>>,
): HttpHandler {
  const { name, endpoint } = find(target);
  const resolve = typeof answer === 'function' ? (answer as MockResolver<Endpoint>) : () => answer;
  if (typeof answer !== 'function') checkAnswer(name, endpoint, answer);

  return handle[endpoint.method](`*/${apiVersion}${endpoint.path}`, async ({ request, params }) => {
    const fields = endpoint.method === 'GET' ? query(request) : await json(request);
    const parsed = parseInput(endpoint, fields);
    if ('issues' in parsed) return respond(refusal(parsed.issues));
    const inPath = pathParams(endpoint.path).map((name) => [name, params[name]]);
    const input = { ...Object.fromEntries(inPath), ...(parsed.input as object) };
    const result: unknown = await resolve(input, {
      request,
      idempotencyKey: request.headers.get('idempotency-key'),
    });
    checkAnswer(name, endpoint, result);
    return respond(result);
  });
}

/** The resolver of an endpoint whose answer never comes: for loading states. */
export const never = (): Promise<never> => new Promise(() => {});

/** The resolver that gives `answer` after so many milliseconds. */
export const after =
  <T>(milliseconds: number, answer: T) =>
  async (): Promise<T> => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return answer;
  };

const handle = { GET: http.get, POST: http.post, PUT: http.put, PATCH: http.patch, DELETE: http.delete };

const named = [...walk(contract)];

function find(target: Route | Endpoint): { name: string; endpoint: Endpoint } {
  const found = named.find(
    ({ name, endpoint }) => endpoint === target || ('name' in target && name === target.name),
  );
  if (!found) throw new TypeError('mock: the contract has no such endpoint');
  return found;
}

const query = (request: Request) => Object.fromEntries(new URL(request.url).searchParams);

async function json(request: Request): Promise<unknown> {
  const text = await request.text();
  return text ? JSON.parse(text) : {};
}

const refusal = (issues: Issue[]) => problem('request.invalid', { issues });

function respond(answer: unknown): Response {
  if (answer instanceof MockProblem)
    return HttpResponse.json(answer.body, {
      status: answer.body.status,
      headers: {
        'content-type': 'application/problem+json',
        ...(answer.body.retryAfter ? { 'retry-after': String(answer.body.retryAfter) } : {}),
      },
    });
  return answer === undefined ? new HttpResponse(null, { status: 204 }) : HttpResponse.json(answer as object);
}
