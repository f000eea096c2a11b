/** Derives `packages/core/src/endpoints` from the contract: name, method and path of each endpoint, and no schema. */
import { readdir } from 'node:fs/promises';
import {
  isEndpoint,
  walk,
  type ContractTree,
  type Endpoint,
} from '../../packages/core/src/contract/endpoint.ts';

const contractDir = new URL('../../packages/core/src/contract/', import.meta.url);

/** The trees that a contract module exports, by export name. */
async function nounsOf(file: URL): Promise<[string, ContractTree][]> {
  const module: Record<string, unknown> = await import(file.href);
  return Object.entries(module).filter((entry): entry is [string, ContractTree] => {
    const tree = entry[1];
    if (typeof tree !== 'object' || tree === null) return false;
    const nodes = Object.values(tree);
    return (
      nodes.length > 0 &&
      nodes.every((node) => typeof node === 'object' && node && isEndpoint(node as Endpoint))
    );
  });
}

function property(name: string, { method, path, spec }: Endpoint): string {
  const verb = name.slice(name.lastIndexOf('.') + 1);
  const { activity, audience, checksSecret } = spec;
  // As on the server, which keeps no answer of these (http/run.ts).
  const once = method !== 'GET' && (audience === 'public' || checksSecret);
  const flags = (activity ? ', activity: true' : '') + (once ? ', once: true' : '');
  return `  ${verb}: { name: '${name}', method: '${method}', path: '${path}'${flags} },`;
}

/** Generated files by path below `packages/core/src/endpoints`. */
export async function endpointFiles(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { folder, prefix } of [
    { folder: '', prefix: '' },
    { folder: 'firm/', prefix: 'firm.' },
  ]) {
    const nouns: { noun: string; module: string }[] = [];
    for (const file of (await readdir(new URL(folder, contractDir))).sort()) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts') || file === 'index.ts') continue;
      const trees = await nounsOf(new URL(folder + file, contractDir));
      if (trees.length === 0) continue;
      const up = folder ? '../../' : '../';
      const body = trees.map(([noun, tree]) => {
        nouns.push({ noun, module: file });
        const lines = [...walk(tree, prefix + noun)].map(({ name, endpoint }) => property(name, endpoint));
        return `export const ${noun}: RoutesOf<typeof contract.${noun}> = {\n${lines.join('\n')}\n};\n`;
      });
      files.set(
        folder + file,
        `// Derived from contract/${folder}${file} by \`npm run generate\`; do not edit.\n` +
          `import type * as contract from '${up}contract/${folder}${file}';\n` +
          `import type { RoutesOf } from '${folder ? '../' : './'}route.ts';\n\n${body.join('\n')}`,
      );
    }
    files.set(`${folder}index.ts`, indexFile(nouns));
  }
  return files;
}

function indexFile(nouns: { noun: string; module: string }[]): string {
  const modules = [...new Set(nouns.map(({ module }) => module))];
  const lines = modules.map((module) => {
    const names = nouns.filter((entry) => entry.module === module).map(({ noun }) => noun);
    return `export { ${names.join(', ')} } from './${module}';`;
  });
  return `// Derived from the contract by \`npm run generate\`; do not edit.\n${lines.join('\n')}\n`;
}
