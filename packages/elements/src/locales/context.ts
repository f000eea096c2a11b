import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { createI18n, type I18n } from './i18n.ts';

/** The provider's words. A registry symbol, so that two bundles on one page share it. */
export const i18nContext = createContext<I18n>(Symbol.for('casefront.i18n'));

let english: I18n | undefined;

/**
 * The words an element speaks with: the nearest provider's, English outside of one; it renders again when they change.
 * `#words = words(this)` … `this.#words.i18n.t('cases.title')`.
 */
export function words(host: ReactiveControllerHost & HTMLElement): { readonly i18n: I18n } {
  const consumer = new ContextConsumer(host, { context: i18nContext, subscribe: true });
  return {
    get i18n() {
      return consumer.value ?? (english ??= createI18n());
    },
  };
}
