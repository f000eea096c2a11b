/** What keeps a mock honest: it takes what the contract takes, and answers what the contract answers. */
import { sameJson } from './equal.ts';
import { errorsOf, type Endpoint } from '../contract/endpoint.ts';
import type { Issue } from '../contract/errors.ts';
import { MockProblem } from './problem.ts';

/** Throws a TypeError that names the endpoint when it could never answer this. */
export function checkAnswer(name: string, endpoint: Endpoint, answer: unknown): void {
  if (answer instanceof MockProblem) return checkProblem(name, endpoint, answer);
  const { result } = endpoint.spec;
  if (!result) {
    if (answer !== undefined)
      throw new TypeError(`mock(${name}): the endpoint answers 204, so answer nothing`);
    return;
  }
  const parsed = result.safeParse(answer);
  if (!parsed.success)
    throw new TypeError(`mock(${name}): not what the contract says\n${parsed.error.message}`, {
      cause: parsed.error,
    });
  if (!sameJson(parsed.data, answer))
    throw new TypeError(
      `mock(${name}): the answer has a key that the contract does not name, and a server never sends`,
    );
}

function checkProblem(name: string, endpoint: Endpoint, { body }: MockProblem): void {
  const codes: readonly string[] = errorsOf(endpoint);
  if (!codes.includes(body.code))
    throw new TypeError(`mock(${name}): the endpoint never answers ${body.code}`);
}

/** The input as a service would receive it, or the issues that a server would answer. */
export function parseInput(endpoint: Endpoint, fields: unknown): { input: unknown } | { issues: Issue[] } {
  const { input } = endpoint.spec;
  if (!input) return { input: {} };
  const parsed = input.safeParse(fields);
  if (parsed.success) return { input: parsed.data };
  return {
    issues: parsed.error.issues.map(({ path, code, message }) => ({
      path: path.map((key) => (typeof key === 'symbol' ? String(key) : key)),
      code,
      message,
    })),
  };
}
