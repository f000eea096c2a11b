/** Who sends spoiled requests: everybody that there is, each from a new address. */
import type { TestBrowser } from '../../../packages/server-adapter/src/testing/index.ts';
import type { World } from '../../../packages/server-adapter/src/testing/matrix/world.ts';

export type Sender = Pick<TestBrowser, 'fetch'>;

/** Nobody, a client, an attorney, an admin, and a key of the firm; each with a session of their own. */
export async function sendersOf(world: World): Promise<readonly Sender[]> {
  const { firm, client, staff, admin, key } = world;
  const people = await Promise.all([client, staff, admin].map((person) => firm.signIn(person)));
  return [
    sender(world, {}),
    ...people.map(({ cookie }) => sender(world, { cookie: cookie! })),
    sender(world, { authorization: `Bearer ${key}` }),
  ];
}

/** Rate limits are for G17. */
let calls = 0;

export const sender = ({ portal, firm }: World, credential: Readonly<Record<string, string>>): Sender => ({
  fetch(path, init) {
    const request = new Request(`${firm.origin}${path}`, init);
    for (const [name, value] of Object.entries(credential)) request.headers.set(name, value);
    if (!request.headers.has('sec-fetch-site') && credential['authorization'] === undefined)
      request.headers.set('sec-fetch-site', 'same-origin');
    calls++;
    return portal.server.fetch(request, { ip: `10.${calls >> 16}.${(calls >> 8) & 255}.${calls & 255}` });
  },
});
