/** What the code of the packages never does, wherever that could be forgotten. Tests and testing tools may. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { at, root } from '../lib/workspace.ts';

interface Rule {
  /** What gives it away. */
  readonly signs: RegExp;
  /** Where it is right, and why. */
  readonly except?: Readonly<Record<string, string>>;
  /** What the rule has to find, or it sees nothing. */
  readonly control: string;
}

/** The code that is shipped, without its comments. */
const sources = globSync('packages/*/src/**/*.ts', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !/\.test\.ts$|\/testing\//.test(path))
  .map((path) => ({
    path: path.replace('packages/', ''),
    code: withoutComments(readFileSync(at(path), 'utf8')),
  }));

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

function itHolds(what: string, { signs, except = {}, control }: Rule): void {
  void test(what, () => {
    assert.match(control, signs);
    const found = sources.filter(({ code }) => signs.test(code)).map(({ path }) => path);
    assert.deepEqual(found.sort(), Object.keys(except).sort());
  });
}

itHolds('no other program is started', {
  signs: /['"](?:node:)?(?:child_process|cluster)['"]/,
  control: `import { exec } from 'node:child_process';`,
});

itHolds('no text is run as code', {
  signs: /\beval\(|\bnew Function\(|['"](?:node:)?vm['"]|\bset(?:Timeout|Interval)\(['"`]/,
  control: `new Function('return this')`,
});

itHolds('no pattern is made of what somebody sent', {
  signs: /\bRegExp\(/,
  except: {
    'core/src/contract/ids.ts': 'the prefixes of ids',
    'elements/src/state/places.ts': 'the shapes of places',
  },
  control: 'new RegExp(word)',
});

itHolds('what nobody may guess does not come from Math.random', {
  signs: /\bMath\.random\(/,
  except: {
    'server-adapter/src/mail/outbox.ts': 'when a mail is tried again',
    'server-adapter/src/sql/postgres.ts': 'when a transaction is tried again',
  },
  control: 'const token = Math.random()',
});

itHolds('no algorithm is used that is broken', {
  signs: /['"`](?:md[245]|sha-?1|rsa-md5|rc4|des|des-?ede3?|[\w-]*-ecb)['"`]/i,
  except: { 'server-adapter/src/factors/one-time-code.ts': 'HMAC of RFC 6238, all that every app can do' },
  control: `createHash('md5')`,
});

itHolds('the browser’s storage has the chosen language and nothing else', {
  signs: /\b(?:localStorage|sessionStorage|indexedDB|cookieStore|document\.cookie)\b/,
  except: { 'elements/src/state/language.ts': 'the language' },
  control: `localStorage.setItem('draft', text)`,
});

itHolds('nobody listens to other windows', {
  signs: /\bonmessage\b|addEventListener\(\s*['"`]message['"`]/,
  except: { 'elements/src/portal/idle-warning.ts': 'tabs of the same origin' },
  control: `window.addEventListener('message', act)`,
});

itHolds('nobody is called by HTTP whom the operator has not named', {
  signs: /(?:await|return|=>?|\() fetch\(|\bhttps?\.(?:request|get)\(|\bcreateRemoteJWKSet\(|['"]undici['"]/,
  except: {
    'core/src/client/memory-session.ts': 'the portal’s own server, by the browser’s client',
    'core/src/queries/pages.ts': 'a function of that name',
    'server-adapter/src/providers/openid.ts': 'the identity provider of the configuration',
  },
  control: 'await fetch(input.url)',
});
