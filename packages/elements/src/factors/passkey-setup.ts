import { factors } from '@casefront/core/endpoints/factors';
import { html } from 'lit';
import english from '../locales/en.factors.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { form, mutation, portal, type PortalHost } from '../state/index.ts';
import { button, textField, title, type Content, type HeadingLevel } from '../ui/index.ts';
import { makePasskey } from './passkey.ts';
import { proofProblem } from './problem.ts';
import type { SetupEnds } from './setup.ts';

addEnglish(english);

const NAME = 'portal-passkey-name';

/** A passkey: the browser makes it, and the person gives it a name to know it by. */
export class PasskeySetup {
  readonly #host: PortalHost;
  readonly #ends: SetupEnds;
  readonly #start;
  readonly #add;
  readonly #form;

  constructor(host: PortalHost, ends: SetupEnds) {
    this.#host = host;
    this.#ends = ends;
    this.#start = mutation(host, factors.startPasskey, { touches: [] });
    this.#add = mutation(host, factors.addPasskey);
    this.#form = form(host, {
      fields: ['name'],
      check: ({ name }) =>
        name.trim() ? [] : [{ field: NAME, message: portal(host).i18n.t('passkey.name-missing') }],
      send: async ({ name }) => {
        const { options } = await this.#start.send({});
        const response = await makePasskey(options);
        const { session, recoveryCodes } = await this.#add.send({ name: name.trim(), response });
        ends.done(session, recoveryCodes);
      },
      refuse: (error) => ({ message: proofProblem(portal(host).i18n, error) }),
    });
  }

  render(level: HeadingLevel): Content {
    const { i18n } = portal(this.#host);
    const onPhone = matchMedia('(pointer: coarse)').matches;
    const name = textField(i18n, {
      id: NAME,
      name: 'name',
      label: i18n.t('passkey.name'),
      hint: i18n.t('passkey.name-hint'),
      autocomplete: 'off',
      value: i18n.t(onPhone ? 'passkey.phone' : 'passkey.computer'),
      error: this.#form.error(NAME),
    });
    return html`${title(level, i18n.t('passkey.title'))}
      <p>${i18n.t('passkey.intro')}</p>
      ${this.#form.render(name, {
        submit: i18n.t('passkey.submit'),
        busy: i18n.t('passkey.busy'),
        beside: button(i18n.t('setup.back'), { kind: 'quiet', click: this.#ends.back }),
      })}`;
  }
}
