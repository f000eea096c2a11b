/** G4: whatever is taken from somebody is gone with their next call, and nobody else notices. */
import {
  createTestPortal,
  type TestPerson,
  type TestPortal,
} from '../../../packages/server-adapter/src/testing/index.ts';
import type { Prove, Tally } from '../lib/goal.ts';
import { ways, type Loss } from '../revoke/ways.ts';

/** People who go on reading all the while. */
const bystanders = 50;

export const prove: Prove = async ({ size, tally, random }) => {
  const portal = await createTestPortal();
  const others = await addBystanders(portal, Math.min(bystanders, size(bystanders * 10)));
  const all = Object.entries(ways);
  for (let turn = 0; turn < size(500); turn++) {
    const [name, way] = all[turn % all.length]!;
    await lose(name, await way(portal), tally);
    for (const person of [random.pick(others), random.pick(others)]) {
      const { status } = await person.fetch('/v1/dashboard');
      if (status === 200) tally.positive();
      else tally.fail(`${name}: somebody else was answered ${status}`);
    }
  }
  await portal.close();
};

async function lose(name: string, { ask, take, gone }: Loss, tally: Tally): Promise<void> {
  const before = await ask();
  const had = await before.text();
  const isThere = before.status === 200 && (typeof gone === 'number' || had.includes(gone.without));
  if (isThere) tally.positive();
  else tally.fail(`${name}: it was not there before (${before.status})`);
  await take();
  const after = await ask();
  const left = await after.text();
  const isGone =
    typeof gone === 'number' ? after.status === gone : after.status === 200 && !left.includes(gone.without);
  tally.tried();
  if (!isGone) tally.fail(`${name}: the next call is answered ${after.status}`);
}

async function addBystanders({ firm }: TestPortal, count: number): Promise<TestPerson[]> {
  const people: TestPerson[] = [];
  while (people.length < count) people.push(await firm.addClient(`Bystander ${people.length}`));
  return people;
}
