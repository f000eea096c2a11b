/** The rollup plugins that the builds share. */
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'rollup';
import esbuild, { minify as esbuildMinify } from 'rollup-plugin-esbuild';
import { minify } from 'terser';

const target = 'es2022';

/** TypeScript and JSON to JavaScript; every package's own tsconfig.json says how. */
export const compile = (): Plugin[] => [
  jsonModule(),
  esbuild({ target, tsconfig: 'tsconfig.json', sourceMap: true }),
];

/** `import words from './en.json' with { type: 'json' }`. */
const jsonModule = (): Plugin => ({
  name: 'json-module',
  transform: {
    filter: { id: /\.json$/ },
    handler: (code) => ({ code: `export default ${JSON.stringify(JSON.parse(code))}`, map: null }),
  },
});

/** Packages as a browser in production gets them, ours from their sources. */
export const browserModules = (): Plugin =>
  nodeResolve({
    browser: true,
    exportConditions: ['casefront-source', 'production', 'browser', 'module', 'import'],
  });

const cache = new Map<string, ReturnType<typeof minifyHTMLLiterals>>();

/** Takes the white space and comments out of html`…` and css`…`. It sees the source before the compiler does. */
export const minifyTemplates = (): Plugin => ({
  name: 'minify-templates',
  transform: {
    order: 'pre',
    filter: { id: /\/packages\/elements\/src\/.*\.ts$/ },
    async handler(code, id) {
      const key = `${id}\0${code}`;
      const options = { fileName: id, ...(code.includes('unsafeCSS(') && { css: false as const }) }; // it cannot see into those
      const result = cache.get(key) ?? minifyHTMLLiterals(code, options);
      cache.set(key, result);
      return await result;
    },
  },
});

/** Two minifiers, because each finds what the other misses; every byte is paid for on a slow phone. */
export const minifyCode = (): Plugin[] => [esbuildMinify({ target }), terserMinify()];

const terserMinify = (): Plugin => ({
  name: 'terser',
  async renderChunk(code) {
    const { code: small, map } = await minify(code, {
      module: true,
      ecma: 2020,
      sourceMap: true,
      compress: { passes: 2 },
      format: { comments: false },
    });
    return small === undefined ? null : { code: small, map: (map as string | undefined) ?? null };
  },
});
