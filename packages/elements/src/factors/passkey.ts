/** What the browser does with passkeys (WebAuthn Level 3). Its own window asks for the finger, the face or the PIN. */

/** As the contract carries them, in and out. */
type Json = Record<string, unknown>;
export interface PasskeyResponse extends Json {
  id: string;
  type: 'public-key';
}

/** Whether this browser has passkeys, and turns the server's JSON into what it needs. */
export const hasPasskeys = (): boolean => !!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON;

/** Makes a new one. Rejects with a DOMException when the person stops, or has one here already. */
export async function makePasskey(options: Json): Promise<PasskeyResponse> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  return answer(await navigator.credentials.create({ publicKey }));
}

/** Shows one. Rejects with a DOMException when the person stops, or has none here. */
export async function showPasskey(options: Json): Promise<PasskeyResponse> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  return answer(await navigator.credentials.get({ publicKey }));
}

const answer = (credential: Credential | null) =>
  (credential as PublicKeyCredential).toJSON() as unknown as PasskeyResponse;
