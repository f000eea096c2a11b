import { RecoveryCodes } from '../factors/recovery-codes.ts';
import { factorStyles } from '../factors/styles.ts';
import { portal, type Part, type PortalHost } from '../state/index.ts';
import { addStyles } from '../theme/index.ts';
import type { Content, HeadingLevel } from '../ui/index.ts';
import type { Ends } from './steps.ts';

/** The recovery codes of a second factor that was set up on the way in. */
export class CodesStep implements Part {
  readonly #host: PortalHost;
  readonly #leave: () => void;
  #codes: RecoveryCodes | undefined;

  constructor(host: PortalHost, { leave }: Ends) {
    addStyles(host, factorStyles);
    this.#host = host;
    this.#leave = leave;
  }

  open(): void {
    const errand = portal(this.#host).state?.errand;
    if (errand?.kind === 'codes') this.#codes = new RecoveryCodes(this.#host, errand.codes, this.#leave);
  }

  render(level: HeadingLevel): Content {
    return this.#codes?.render(level);
  }
}
