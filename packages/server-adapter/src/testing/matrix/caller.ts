import type { Endpoint } from '@casefront/core/contract';
import type { TestBrowser } from '../index.ts';
import type { Example } from './examples.ts';
import type { World } from './world.ts';

/** Whoever may call an endpoint: a client, the attorney on the firm's side, an admin where it takes one, or anybody. */
export async function callerOf(
  { firm, client, staff, admin }: World,
  { spec }: Endpoint,
  example: Example,
): Promise<TestBrowser> {
  if (spec.audience === 'public') return firm.visitor(anywhere());
  const person = example.as === 'admin' ? admin : spec.audience === 'firm' ? staff : client;
  return example.endsSession ? firm.signIn(person) : person;
}

/** Rate limits are for another test. */
let callers = 0;
const anywhere = () => `198.51.${++callers >> 8}.${callers & 255}`;
