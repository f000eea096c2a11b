/** A server with an endpoint that does not say whom it is for, or that nothing stands behind, does not even start. */
import {
  contract,
  walk,
  type ContractTree,
  type Endpoint,
} from '../../../packages/core/src/contract/index.ts';
import { createRunner, type RunnerParts } from '../../../packages/server-adapter/src/http/run.ts';
import { implementation } from '../../../packages/server-adapter/src/routes.ts';
import type { Tally } from '../lib/goal.ts';

export function checkBoot(tally: Tally): void {
  if (starts(contract, implementation)) tally.positive();
  else tally.fail('The server does not start');
  for (const { name, endpoint } of walk(contract)) {
    tally.tried(2);
    const { audience: _, ...spec } = endpoint.spec;
    const place = name.split('.');
    if (starts(put(contract, place, { ...endpoint, spec } as Endpoint) as ContractTree, implementation))
      tally.fail(`Starts with ${name} for nobody knows whom`);
    if (starts(contract, put(implementation, place, undefined))) tally.fail(`Starts without ${name}`);
  }
}

function starts(contract: ContractTree, implementation: object): boolean {
  try {
    createRunner({ contract, implementation } as RunnerParts);
    return true;
  } catch {
    return false;
  }
}

/** The tree with something else in one place. */
function put(tree: object, [name, ...rest]: readonly string[], value: unknown): object {
  const inner = (tree as Record<string, object>)[name!]!;
  return { ...tree, [name!]: rest.length === 0 ? value : put(inner, rest, value) };
}
