/**
 * Checks answers against the contract, for development and tests.
 *
 * @example
 * const portal = createPortal({ api, validate: checkAnswers });
 */
import { contract, walk } from './contract/index.ts';

const endpoints = new Map([...walk(contract)].map(({ name, endpoint }) => [name, endpoint]));

/** The answer as the contract knows it. Throws zod's error when the server broke its word. */
export function checkAnswers(name: string, answer: unknown): unknown {
  const endpoint = endpoints.get(name);
  if (!endpoint) throw new Error(`The contract has no endpoint ${name}`);
  return endpoint.spec.result ? endpoint.spec.result.parse(answer) : undefined;
}
