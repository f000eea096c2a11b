/** What the caller sent, as the contract knows it: strict, typed, defaults filled in. */
import * as z from 'zod';
import type { Issue } from '@casefront/core/contract';
import type { Route } from './router.ts';
import { issue, problem } from './problem.ts';

const nothing = z.strictObject({});

/** @throws `request.invalid` with an issue per field that is wrong. */
export function parseInput(route: Route, params: Readonly<Record<string, string>>, raw: unknown): object {
  const { success, data, error } = (route.endpoint.spec.input ?? nothing).safeParse(raw);
  if (!success) throw problem('request.invalid', { issues: error.issues.flatMap(toIssues) });
  return { ...data, ...params };
}

/** One issue per unknown key; zod says them all in one, at the object. */
function toIssues(found: z.core.$ZodIssue): Issue[] {
  const path = found.path.filter((key) => typeof key !== 'symbol');
  if (found.code === 'unrecognized_keys') {
    return found.keys.map((key) => issue([...path, key], found.code, 'Is not known here'));
  }
  // A check of ours may say which of zod's codes it amounts to.
  const { code } = { ...(found.code === 'custom' ? found.params : undefined) };
  return [issue(path, typeof code === 'string' ? code : found.code, found.message)];
}

/**
 * The query as an object. A key that is there twice means different things to different readers (HTTP parameter
 * pollution, ASVS 15.3.7), so it is refused.
 */
export function readQuery(search: string): unknown {
  // Without a prototype, so that `__proto__` is a key like any other: an unknown one.
  const query: Record<string, string> = Object.create(null);
  for (const [key, value] of new URLSearchParams(search)) {
    if (key in query)
      throw problem('request.invalid', { issues: [issue([key], 'duplicate', 'Is there twice')] });
    query[key] = value;
  }
  return query;
}
