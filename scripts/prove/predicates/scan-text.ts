/** Conditions on the firm or the person inside of SQL text. */
import type { Place } from './scan.ts';
import { isNode, type Node } from './tree.ts';

/** `shares.firm_id = ${scope.firmId}`, `steps.firm_id = journal.firm_id`, `journal.actor_id <> shares.person_id` */
const condition =
  /\b(?:\w+\.)?(?:firm_id|person_id|visible|sealed) *(?:=|<>) *(?:\$\{[^{}]*\}|[\w.]+)|\$\{sql\.ref\(`[^`]*firm_id`\)\} *= *\$\{[^{}]*\}/g;

/** Those of a template that is tagged with `sql`. */
export function* textPredicates(node: Node, source: string): Generator<Place> {
  if (node.type !== 'TaggedTemplateExpression') return;
  const { tag, quasi } = node;
  if (!isNode(tag) || tag['name'] !== 'sql' || !isNode(quasi)) return;
  for (const found of source.slice(quasi.start, quasi.end).matchAll(condition)) {
    const start = quasi.start + found.index;
    yield { kind: 'text', start, end: start + found[0].length };
  }
}
