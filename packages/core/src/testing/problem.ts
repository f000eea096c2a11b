import { problems, type ErrorCode, type Problem } from '../contract/errors.ts';

/** A problem that a mock answers instead of a result. */
export class MockProblem {
  readonly body: Problem;

  constructor(body: Problem) {
    this.body = body;
  }
}

/**
 * Lets a mock answer a problem of the catalogue, as the server would write it.
 *
 * @example
 * mock(cases.get, problem('not-found'))
 * mock(session.create, problem('rate.limited', { retryAfter: 30 }))
 */
export function problem(code: ErrorCode, more: Pick<Problem, 'issues' | 'retryAfter'> = {}): MockProblem {
  const { status, title, detail } = problems[code];
  return new MockProblem({
    type: 'about:blank',
    title,
    status,
    code,
    detail,
    requestId: 'req_mock',
    ...more,
  });
}
