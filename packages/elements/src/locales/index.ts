/**
 * Words: `words(this).i18n.t('cases.title')` in an element; `loadI18n(['es-MX'], { timeZone, overrides })` and
 * `i18nContext` in the provider. Every word a person reads is in en.json and es.json.
 */
export { i18nContext, words } from './context.ts';
export { createI18n, type Catalog, type I18n, type I18nOptions, type Key, type Values } from './i18n.ts';
export { errorMessage, issueMessage } from './errors.ts';
export { languages, loadI18n, negotiate, type Language } from './load.ts';
