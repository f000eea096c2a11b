/** Somebody with second factors, for the endpoints that are about them: one in each world. */
import { Secret } from 'otpauth';
import { codeAt } from '../../factors/one-time-code.ts';
import { TestAuthenticator } from '../authenticator.ts';
import type { TestPerson } from '../index.ts';
import type { World } from './world.ts';

const known = new WeakMap<World, Promise<TestPerson>>();

/** Has an authenticator app, whatever was removed before. */
export async function secured(world: World): Promise<TestPerson> {
  if (!known.has(world)) known.set(world, world.firm.addClient('Bea Ode'));
  const person = (await known.get(world))!;
  const { factors } = person.portal;
  if ((await factors.list()).totpSince === null) await factors.confirmTotp({ code: await newApp(world) });
  return person;
}

/** A code of an app that is being set up. */
export async function newApp(world: World): Promise<string> {
  const { factors } = (await known.get(world))!.portal;
  const { secret } = await factors.startTotp();
  return codeAt(Secret.fromBase32(secret).bytes, world.portal.clock());
}

export async function recoveryCode(world: World): Promise<string> {
  const { recoveryCodes } = await (await secured(world)).portal.factors.newRecoveryCodes();
  return recoveryCodes[0]!;
}

/** A passkey that is being added. */
export async function newPasskey({ firm }: World, { portal: { factors } }: Pick<TestPerson, 'portal'>) {
  const authenticator = new TestAuthenticator({ origin: firm.origin });
  const { options } = await factors.startPasskey();
  return { authenticator, response: authenticator.create(options) };
}

const added = new WeakMap<World, Promise<TestAuthenticator>>();

/** What holds a passkey of theirs. */
export async function authenticator(world: World): Promise<TestAuthenticator> {
  const add = async () => {
    const person = await secured(world);
    const { authenticator, response } = await newPasskey(world, person);
    await person.portal.factors.addPasskey({ name: 'Phone', response });
    return authenticator;
  };
  if (!added.has(world)) added.set(world, add());
  return (await added.get(world))!;
}
