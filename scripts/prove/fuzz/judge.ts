/** Whether an answer is one that the contract allows. */
import {
  errorsOf,
  problems,
  Problem,
  type Endpoint,
  type ErrorCode,
} from '../../../packages/core/src/contract/index.ts';
import type { Given } from '../../../packages/server-adapter/src/testing/matrix/call.ts';

export interface Judged {
  readonly endpoint: Endpoint;
  readonly given: Given;
  /** Whether ids in the path may have become something else, so that it leads anywhere. */
  readonly elsewhere: boolean;
  /** Whether what was sent fits the schema; undefined when nobody can say. */
  readonly fits: boolean | undefined;
}

/** What is wrong with it; undefined when nothing is. */
export function judge({ endpoint, given, elsewhere, fits }: Judged): string | undefined {
  const { status, headers, text } = given;
  if (status >= 500) return `was answered ${status}: ${text}`;
  if (status >= 200 && status < 300) {
    if (elsewhere) return undefined;
    if (fits === false) return 'succeeded with what does not fit';
    const { result } = endpoint.spec;
    if (!result) return status === 204 && text === '' ? undefined : `has no result, and answered ${text}`;
    const { success, error } = result.safeParse(JSON.parse(text));
    return success ? undefined : `answered what does not fit: ${error.message}`;
  }
  if (headers['content-type'] !== 'application/problem+json')
    return `was answered ${status} without a problem`;
  const { success, data } = Problem.safeParse(JSON.parse(text));
  if (!success) return `was answered a problem that does not fit: ${text}`;
  const allowed: ErrorCode[] = [...errorsOf(endpoint), ...(elsewhere ? elsewhereCodes : [])];
  if (!allowed.some((code) => code === data.code)) return `may not be answered ${data.code}`;
  return problems[data.code as ErrorCode].status === status ? undefined : `says ${data.code} with ${status}`;
}

const elsewhereCodes = ['not-found', 'method.not-allowed'] as const;
