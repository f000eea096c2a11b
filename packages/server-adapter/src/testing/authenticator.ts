/** An authenticator with one passkey on it, as small as WebAuthn allows: ES256, attestation `none`. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** What a portal asks for; of all that stands there an authenticator needs no more. */
export interface AskedFor {
  readonly challenge: string;
}

export interface AuthenticatorOptions {
  /** The page that asks: `https://www.firm.example`. */
  readonly origin: string;
  /** Default: the host of the origin. */
  readonly rpId?: string;
  /** Whether it asks for more than a touch: a finger, a face, a PIN. Default: yes. */
  readonly verifiesUser?: boolean;
  /** Default: it counts how often it was used. */
  readonly counts?: boolean;
}

/** @see https://www.w3.org/TR/webauthn-3/#sctn-authenticator-data */
const flag = { userPresent: 0x01, userVerified: 0x04, attested: 0x40 } as const;

export class TestAuthenticator {
  readonly #options: AuthenticatorOptions;
  readonly #id = randomBytes(32);
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #userHandle = '';
  count = 0;

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
  }

  /** What `navigator.credentials.create` gives. */
  create(options: AskedFor & { readonly user?: unknown }) {
    this.#userHandle = (options.user as { id: string }).id;
    const clientData = this.#clientData('webauthn.create', options.challenge);
    const length = Buffer.from([0, this.#id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, coseKey(this.#keys.publicKey)]);
    const data = Buffer.concat([this.#data(flag.attested), attested]);
    return this.#credential({
      clientDataJSON: text(clientData),
      attestationObject: text(attestationOf(data)),
      transports: ['internal'],
    });
  }

  /** What `navigator.credentials.get` gives. */
  get(options: AskedFor) {
    const clientData = this.#clientData('webauthn.get', options.challenge);
    if (this.#options.counts ?? true) this.count++;
    const data = this.#data(0);
    const signed = Buffer.concat([data, sha256(clientData)]);
    return this.#credential({
      clientDataJSON: text(clientData),
      authenticatorData: text(data),
      signature: text(sign('sha256', signed, this.#keys.privateKey)),
      userHandle: this.#userHandle,
    });
  }

  #credential<T extends object>(response: T) {
    const id = text(this.#id);
    return { id, rawId: id, type: 'public-key' as const, response, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string): Buffer {
    const { origin } = this.#options;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #data(more: number): Buffer {
    const { origin, rpId = new URL(origin).hostname, verifiesUser = true } = this.#options;
    const flags = flag.userPresent | (verifiesUser ? flag.userVerified : 0) | more;
    const rest = Buffer.alloc(5);
    rest.writeUInt8(flags);
    rest.writeUInt32BE(this.count, 1);
    return Buffer.concat([sha256(rpId), rest]);
  }
}

const text = (bytes: Buffer) => bytes.toString('base64url');
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

/** CBOR of a P-256 key: kty EC2, alg ES256, crv P-256, x, y (RFC 9053, 7.1.1). */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const coordinate = (label: number, value: string) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')]);
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]),
    coordinate(0x21, x),
    coordinate(0x22, y),
  ]);
}

/** CBOR of `{ fmt: 'none', attStmt: {}, authData }`. */
function attestationOf(data: Buffer): Buffer {
  const word = (letters: string) =>
    Buffer.concat([Buffer.from([0x60 + letters.length]), Buffer.from(letters)]);
  const size = Buffer.from([0x59, data.length >> 8, data.length & 0xff]);
  const none = [word('fmt'), word('none'), word('attStmt'), Buffer.from([0xa0])];
  return Buffer.concat([Buffer.from([0xa3]), ...none, word('authData'), size, data]);
}
