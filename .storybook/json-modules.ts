/** What vite says to the browser about JSON. */
import type { Plugin } from 'vite';

/**
 * Our sources import catalogs as browsers do, `with { type: 'json' }`. Vite's dev server answers with JavaScript
 * instead, which a browser then refuses, so the attribute is taken off on the way.
 */
export const jsonModules = (): Plugin => ({
  name: 'json-modules',
  enforce: 'pre',
  apply: 'serve',
  transform: (code, id) =>
    id.includes('/locales/') && id.endsWith('.ts')
      ? { code: code.replaceAll(", { with: { type: 'json' } }", ''), map: null }
      : undefined,
});
