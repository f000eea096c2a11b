/** Passkeys, as `@simplewebauthn/server` asks for and checks them. What is wrong with an answer, nobody is told. */
import * as z from 'zod';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Context } from '../context.ts';
import { fromJson, toJson } from '../sql/json.ts';
import type { PasskeyTable } from '../sql/schema.ts';
import { challengeSeconds } from './challenges.ts';

/** When it is needed: it takes a quarter of a second and 25 MB. */
const library = () => import('@simplewebauthn/server');

/** ES256, EdDSA, RS256: what authenticators have. */
const algorithms = [-7, -8, -257];
/** Ways to reach an authenticator (WebAuthn 5.8.4); what else stands there is not ours to keep. */
const known = new Set<string>(['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal', 'cable']);
const timeout = challengeSeconds * 1000;

/**
 * The portal's own host, and the pages that may call. Configured; never taken from a request, or any page could have
 * passkeys made for itself.
 */
const relyingParty = ({ firm, services }: Context) => ({
  rpID: new URL(firm.portalUrl).hostname,
  origins: [firm.origin, ...services.allowedOrigins(firm)],
});

export type StoredPasskey = Pick<PasskeyTable, 'credential_id' | 'public_key' | 'counter' | 'transports'>;
type Known = Pick<StoredPasskey, 'credential_id' | 'transports'>;

const described = ({ credential_id, transports }: Known) => ({
  id: credential_id,
  transports: fromJson(transports),
});

/** What stands in an answer that is looked at before it is checked. */
const Answer = z.looseObject({
  id: z.string(),
  response: z.looseObject({
    clientDataJSON: z.string(),
    userHandle: z.string().nullish(),
  }),
});

/** What the browser wrote down of the ceremony (WebAuthn 5.8.1). */
const ClientData = z.looseObject({ challenge: z.string() });

/** What an answer says that it is; whether that is true is checked later. */
export function readAnswer(response: unknown) {
  const { success, data } = Answer.safeParse(response);
  if (!success) return undefined;
  try {
    const clientData = Buffer.from(data.response.clientDataJSON, 'base64url').toString();
    return { ...data, ...ClientData.parse(JSON.parse(clientData)) };
  } catch {
    return undefined;
  }
}

export async function creationOptions(
  ctx: Context,
  person: { readonly id: string; readonly name: string; readonly email: string },
  challenge: Uint8Array<ArrayBuffer>,
  existing: readonly Known[],
) {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: ctx.firm.name,
    rpID: relyingParty(ctx).rpID,
    userID: Uint8Array.from(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    challenge,
    timeout,
    excludeCredentials: existing.map(described),
    // It signs in by itself, so it has to know who it belongs to, and to ask for more than a touch.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
  return { ...options };
}

/** What to store of a new passkey; undefined when the answer is not good. */
export async function checkCreation(
  ctx: Context,
  response: object,
  challenge: string,
): Promise<StoredPasskey | undefined> {
  const { verifyRegistrationResponse } = await library();
  const { rpID, origins } = relyingParty(ctx);
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedRPID: rpID,
    supportedAlgorithmIDs: algorithms,
  }).catch(notGood);
  if (!verified) return undefined;
  const { id, publicKey, counter, transports: named } = registrationInfo.credential;
  // The library hands on what the browser said, whatever it is.
  const transports = Array.isArray(named) ? named : [];
  return {
    credential_id: id,
    public_key: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: toJson(transports.filter((transport) => known.has(transport))),
  };
}

/** `allowed`: passkeys of who is asked; without them the authenticator says whose it is. */
export async function requestOptions(
  ctx: Context,
  challenge: Uint8Array<ArrayBuffer>,
  allowed?: readonly Known[],
) {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(ctx).rpID,
    challenge,
    timeout,
    userVerification: 'required',
    ...(allowed && { allowCredentials: allowed.map(described) }),
  });
  return { ...options };
}

/** How often the passkey was used, by its own count; undefined when the answer is not good. */
export async function checkRequest(
  ctx: Context,
  response: object,
  challenge: string,
  passkey: StoredPasskey,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const { rpID, origins } = relyingParty(ctx);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: origins,
    expectedTopOrigin: origins,
    expectedRPID: rpID,
    credential: {
      id: passkey.credential_id,
      publicKey: Uint8Array.from(Buffer.from(passkey.public_key, 'base64url')),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
  return verified ? authenticationInfo?.newCounter : undefined;
}

/** The library throws at whatever is wrong with an answer, and there is no end to what can be. */
const notGood = () => ({ verified: false, registrationInfo: undefined }) as const;
