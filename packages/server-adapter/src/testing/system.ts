import type { Scope } from '@casefront/core/contract';
import { createFirm, type FirmClient } from '@casefront/core/firm';
import { checkAnswers } from '@casefront/core/validate';
import type { TestFirm } from './firm.ts';
import type { TestPortal } from './portal.ts';

/** A system of a firm, with a key of its own: no cookie, none of a browser's headers. */
export async function testSystem(
  { server, firm: first }: Pick<TestPortal, 'server' | 'firm'>,
  scopes: readonly Scope[],
  firm: TestFirm = first,
): Promise<FirmClient> {
  const { secret } = await firm.admin.firm.keys.create({ name: 'Practice system', scopes: [...scopes] });
  return createFirm({
    api: firm.origin,
    apiKey: secret,
    fetch: ((input, init) => server.fetch(new Request(input, init))) as typeof fetch,
    validate: checkAnswers,
  });
}
