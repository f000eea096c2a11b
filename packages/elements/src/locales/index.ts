/**
 * Words: `i18n.t('cases.title')`, from `loadI18n(['es-MX'], { timeZone, overrides })`. Every word a person reads is in
 * en.json, or in the en.<section>.json that its element adds, and in es.json.
 */
export { addEnglish, type Catalog, type Key } from './english.ts';
export { createI18n, type I18n, type I18nOptions, type Values } from './i18n.ts';
export { errorMessage } from './errors.ts';
export { issueMessage } from './issues.ts';
export { languages, loadI18n, negotiate, type Language } from './load.ts';
