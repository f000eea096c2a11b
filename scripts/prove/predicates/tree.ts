/** A syntax tree as `vite` parses it (ESTree), as much of it as is needed. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly callee?: unknown;
  readonly arguments?: readonly Node[];
  readonly [key: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** Calls for each node, outermost first, with those that it is in. */
export function walkTree(
  node: Node,
  visit: (node: Node, path: readonly Node[]) => void,
  path: readonly Node[] = [],
): void {
  visit(node, path);
  const inside = [...path, node];
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isNode(child)) walkTree(child, visit, inside);
}

/** The names of the declarations that something is in: `casesSql`, `get`. */
export const ancestorsOf = (path: readonly Node[]): string[] =>
  path.flatMap((node) => {
    const named = node['id'] ?? (node.type === 'Property' ? node['key'] : undefined);
    const isDeclaration = ['VariableDeclarator', 'FunctionDeclaration', 'Property'].includes(node.type);
    return isDeclaration && isNode(named) && named.type === 'Identifier' ? [named['name'] as string] : [];
  });

/** The text of a string literal. */
export const literal = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined;
