/**
 * Finds what decides who sees and does what: conditions on the firm, on the person and on what is shown, the one rule of
 * shares, and the calls and throws of a policy. Each can be switched off (`instrument.ts`), so G2 can show that each is
 * needed; git holds the list of all (`inventory.ts`), so G1 can say which one is gone.
 */
import { parseSync } from 'vite';
import { textPredicates } from './scan-text.ts';
import { ancestorsOf, isNode, literal, walkTree, type Node } from './tree.ts';

/**
 * How it is switched off:
 * - `link`: `.where(…)` leaves a chain;
 * - `condition`: an expression, or a part of SQL text, becomes true;
 * - `shares`: the shares of one person become those of everybody, over or not;
 * - `truth`: a call answers yes;
 * - `statement`: it is left out;
 * - `test`: the `if` in front of a refusal never holds.
 */
export type Kind = 'link' | 'condition' | 'text' | 'shares' | 'truth' | 'statement' | 'test';

export interface Predicate {
  /** Below the root: `packages/server-adapter/src/shares/visible.ts`. */
  readonly file: string;
  readonly line: number;
  /** The declaration that it stands in: `casesSql.get`. */
  readonly within: string;
  /** Its source on one line. */
  readonly text: string;
  readonly kind: Kind;
  /** Where it is in the source, and for a link where the dot is, for a test the test. */
  readonly start: number;
  readonly end: number;
}

/** Columns that say whose a row is, or whether a client may see it. */
export const scopeColumn = /(?:^|\.)(?:firm_id|person_id|actor|visible|sealed)$/;
const links = new Set(['where', 'whereRef', 'on', 'onRef']);
/** Conditions of the one rule, see shares/visible.ts. */
const rules = new Set(['visible', 'live', 'standing']);
/** Refusals of a policy; others, as of a wrong password, are about something else. */
const refusal = /'(?:forbidden|auth\.(?:required|expired|incomplete|step-up)|view\.read-only)'/;

/** @throws when the file is not TypeScript */
export function scan(file: string, source: string): Predicate[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const found: Predicate[] = [];
  walkTree(program as unknown as Node, (node, path) => {
    const place = placeOf(node, path, source);
    if (place) found.push(describe(file, source, path, place));
    for (const part of textPredicates(node, source)) found.push(describe(file, source, path, part));
  });
  return found.toSorted((a, b) => a.start - b.start);
}

export interface Place {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

function placeOf(node: Node, path: readonly Node[], source: string): Place | undefined {
  const whole = { start: node.start, end: node.end };
  if (node.type === 'CallExpression') {
    const link = linkOf(node);
    if (link) return { kind: 'link', start: link, end: node.end };
    const name = nameOf(node.callee);
    if (name === 'seesAll') return { kind: 'truth', ...whole };
    if (name === 'shared') return { kind: 'shares', ...whole };
    if (rules.has(name ?? '') && !isLinked(path)) return { kind: 'condition', ...whole };
    if (name === 'eb' && isScopeColumn(node)) return { kind: 'condition', ...whole };
  }
  if (node.type === 'ExpressionStatement' && isPolicyCall(node)) return { kind: 'statement', ...whole };
  if (node.type === 'IfStatement' && isRefusal(node, source)) {
    const test = node['test'] as Node;
    return { kind: 'test', start: test.start, end: test.end };
  }
  return undefined;
}

/** Where the dot of `.where(…)` is, when that is about scope. */
function linkOf(node: Node): number | undefined {
  const { callee } = node;
  if (!isNode(callee) || callee.type !== 'MemberExpression') return undefined;
  if (!links.has(nameOf(callee['property']) ?? '')) return undefined;
  const [first] = node.arguments ?? [];
  const isRule = isNode(first) && first.type === 'CallExpression' && rules.has(nameOf(first.callee) ?? '');
  return isRule || isScopeColumn(node) ? (callee['object'] as Node).end : undefined;
}

/** Whether a call is the whole condition of a link, which then goes as one. */
const isLinked = (path: readonly Node[]): boolean => {
  const parent = path.at(-1);
  return parent?.type === 'CallExpression' && linkOf(parent) !== undefined;
};

const isScopeColumn = ({ arguments: [first] = [] }: Node): boolean => scopeColumn.test(literal(first) ?? '');

/** `requireAdmin(actor);` or `await requireAnswerable(ctx, id);` */
function isPolicyCall(node: Node): boolean {
  const inner = node['expression'] as Node;
  const call = inner.type === 'AwaitExpression' ? (inner['argument'] as Node) : inner;
  return call.type === 'CallExpression' && /^(?:require[A-Z]|authorize$)/.test(nameOf(call.callee) ?? '');
}

function isRefusal(node: Node, source: string): boolean {
  const consequent = node['consequent'] as Node;
  const only = consequent.type === 'BlockStatement' ? (consequent['body'] as Node[])[0] : consequent;
  return only?.type === 'ThrowStatement' && refusal.test(source.slice(only.start, only.end));
}

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? (node['name'] as string) : undefined;

const describe = (file: string, source: string, path: readonly Node[], place: Place): Predicate => ({
  ...place,
  file,
  line: source.slice(0, place.start).split('\n').length + leadingLines(source, place),
  within: ancestorsOf(path).join('.') || 'the module',
  text: source.slice(place.start, place.end).trim().replace(/\s+/g, ' '),
});

/** A link begins on the line of its dot. */
const leadingLines = (source: string, { start, end }: Place): number =>
  /^\s*/.exec(source.slice(start, end))![0].split('\n').length - 1;
