/** The world of the contract matrix, and who calls which endpoint in it with what. */
import { contract, walk, type Endpoint } from '../../../packages/core/src/contract/index.ts';
import { sqlite } from '../../../packages/server-adapter/src/sql/sqlite.ts';
import { callerOf } from '../../../packages/server-adapter/src/testing/matrix/caller.ts';
import { call, type Given } from '../../../packages/server-adapter/src/testing/matrix/call.ts';
import { examples } from '../../../packages/server-adapter/src/testing/matrix/examples.ts';
import { createWorld, type World } from '../../../packages/server-adapter/src/testing/matrix/world.ts';

export interface Played {
  readonly name: string;
  readonly endpoint: Endpoint;
  /** A valid input, made for one call. */
  input(): Promise<Readonly<Record<string, unknown>>>;
  /** Whoever may call it, ready to. */
  open(): Promise<(input: object) => Promise<Given>>;
}

export const openStage = (): Promise<World> =>
  createWorld((options) => sqlite({ file: ':memory:', ...options }));

export function played(world: World): Played[] {
  return [...walk(contract)].flatMap(({ name, endpoint }) => {
    const example = examples[name];
    if (!example) return [];
    return {
      name,
      endpoint,
      input: async () => ((await example.input?.(world)) ?? {}) as Record<string, unknown>,
      async open() {
        const caller = await callerOf(world, endpoint, example);
        return (input) => call(caller, endpoint, input);
      },
    };
  });
}
