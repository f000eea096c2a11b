/** A real OpenID provider on localhost, and a host that signs people in there as the specification says. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import * as client from 'openid-client';

/** Whom the provider knows. */
export interface Account {
  readonly email: string;
  readonly verified: boolean;
  /** What they show to sign in there, RFC 8176. */
  readonly amr?: readonly string[];
}

export interface IdentityProvider {
  readonly issuer: string;
  /** The code flow with PKCE, as somebody at a browser and a host go through it. Answers the ID token that the host gets. */
  signIn(account: string, clientId?: string): Promise<string>;
  close(): Promise<void>;
}

const secret = 'a secret of the host, longer than it needs to be';
const callback = 'https://www.smithlaw.com/callback';

/** @param clients ids of the hosts that it knows */
export async function startIdentityProvider(
  accounts: Readonly<Record<string, Account>>,
  clients: readonly string[],
): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration(accounts, clients));
  const protocol = provider.callback();
  let visitor = '';
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return protocol(request, response);
    const asked = await provider.interactionDetails(request, response);
    const result = await answer(provider, asked, visitor, accounts);
    await provider.interactionFinished(request, response, result);
  });

  return {
    issuer,
    async signIn(account, clientId = clients[0]!) {
      visitor = account;
      const config = await client.discovery(new URL(issuer), clientId, secret, undefined, {
        execute: [client.allowInsecureRequests],
      });
      const verifier = client.randomPKCECodeVerifier();
      const nonce = client.randomNonce();
      const start = client.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid email',
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      const back = await follow(start);
      const tokens = await client.authorizationCodeGrant(config, back, {
        pkceCodeVerifier: verifier,
        expectedNonce: nonce,
      });
      return tokens.id_token!;
    },
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

const configuration = (accounts: Readonly<Record<string, Account>>, clients: readonly string[]) => ({
  clients: clients.map((client_id) => ({ client_id, client_secret: secret, redirect_uris: [callback] })),
  // Hosts often ask for ID tokens that say it all.
  conformIdTokenClaims: false,
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
  findAccount: (_: unknown, accountId: string) => ({
    accountId,
    claims: () => ({
      sub: accountId,
      email: accounts[accountId]?.email,
      email_verified: accounts[accountId]?.verified,
    }),
  }),
  jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
  cookies: { keys: ['a key for the cookies of the provider'] },
  ttl: { AccessToken: 600, Grant: 600, IdToken: 3600, Interaction: 600, Session: 600 },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
});

/** What the person does on the provider's pages: signs in, and agrees. */
async function answer(
  provider: Provider,
  { prompt, params, session }: Awaited<ReturnType<Provider['interactionDetails']>>,
  accountId: string,
  accounts: Readonly<Record<string, Account>>,
): Promise<object> {
  if (prompt.name === 'login') return { login: { accountId, amr: accounts[accountId]?.amr } };
  const grant = new provider.Grant({ accountId: session!.accountId, clientId: params.client_id });
  grant.addOIDCScope('openid email');
  return { consent: { grantId: await grant.save() } };
}

/** As a browser would, with a jar for its cookies, to the address at the host where the provider sends it back. */
async function follow(start: URL): Promise<URL> {
  const jar = new Map<string, string>();
  let here = start;
  while (!here.href.startsWith(callback)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(here, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';', 1)[0]!.split('=', 2);
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null)
      throw new Error(`${here.pathname} answers ${response.status}: ${await response.text()}`);
    here = new URL(next, here);
  }
  return here;
}
