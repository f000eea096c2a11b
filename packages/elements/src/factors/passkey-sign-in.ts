import type { Session } from '@casefront/core/contract/session';
import { session } from '@casefront/core/endpoints/session';
import english from '../locales/en.factors.json' with { type: 'json' };
import writing from '../locales/en.writing.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import type { PortalState } from '../state/index.ts';
import type { FieldError } from '../ui/index.ts';
import { hasPasskeys, showPasskey } from './passkey.ts';
import { proofProblem } from './problem.ts';

addEnglish(english);
addEnglish(writing);

/** Signs in with a passkey alone, which is two factors in one; or says why not. */
export async function signInWithPasskey({ client, i18n }: PortalState): Promise<Session | FieldError> {
  if (!hasPasskeys()) return { message: i18n.t('passkey.impossible') };
  try {
    const { options } = await client.call(session.passkeySignInOptions);
    return await client.call(session.passkeySignIn, { response: await showPasskey(options) });
  } catch (error) {
    return { message: proofProblem(i18n, error, 'passkey.unknown') };
  }
}
