import type { Endpoint } from '@casefront/core/contract';
import type { TestBrowser, TestPerson } from '../index.ts';
import type { Example } from './examples.ts';
import type { World } from './world.ts';

/** Whoever may call an endpoint: a client, the attorney on the firm's side, an admin where it takes one, or anybody. */
export async function callerOf(world: World, endpoint: Endpoint, example: Example): Promise<TestBrowser> {
  const { firm } = world;
  if (endpoint.spec.audience === 'public') return firm.visitor(anywhere());
  if (example.by) return example.by(world);
  const person = personOf(world, endpoint, example);
  return example.endsSession ? firm.signIn(person) : person;
}

export const personOf = ({ client, staff, admin }: World, { spec }: Endpoint, example: Example): TestPerson =>
  example.as === 'admin' ? admin : spec.audience === 'firm' ? staff : client;

/** Rate limits are for another test. */
let callers = 0;
const anywhere = () => `198.51.${++callers >> 8}.${callers & 255}`;
