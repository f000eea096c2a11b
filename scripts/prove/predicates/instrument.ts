/**
 * Makes each predicate of a source one that can be switched off while it runs. So one copy of the server is every mutant,
 * and none has to be written to a disk, compiled and started.
 */
import type { Predicate } from './scan.ts';

/** Something to put into the source, and how much of it that replaces. */
interface Edit {
  readonly at: number;
  readonly drop?: number;
  readonly text: string;
}

/** `ids[i]` is the number of `predicates[i]`. */
export function instrument(source: string, predicates: readonly Predicate[], ids: readonly number[]): string {
  const edits = predicates.flatMap((predicate, index) => editsOf(source, predicate, ids[index]!));
  // What closes comes before what opens at the same place, and inner brackets close before outer ones.
  const sorted = edits
    .map((edit, order) => ({ ...edit, order }))
    .toSorted((a, b) => a.at - b.at || a.order - b.order);
  let text = '';
  let last = 0;
  for (const { at, drop = 0, text: put } of sorted) {
    text += source.slice(last, at) + put;
    last = at + drop;
  }
  return text + source.slice(last);
}

function editsOf(source: string, { kind, start, end }: Predicate, id: number): Edit[] {
  const around = (before: string, after: string): Edit[] => [
    { at: start, text: before },
    { at: end, text: after },
  ];
  switch (kind) {
    case 'link':
      return around(`.$call((link) => !$mutant.keeps(${id}) ? link : link`, ')');
    case 'condition':
      return around(`$mutant.condition(${id}, () => `, ')');
    case 'text':
      return around(`\${$mutant.condition(${id}, () => sql\``, '`)}');
    case 'truth':
      return around(`(!$mutant.keeps(${id}) || `, ')');
    case 'statement':
      return around(`{ if ($mutant.keeps(${id})) `, ' }');
    case 'test':
      return around(`$mutant.keeps(${id}) && (`, ')');
    case 'shares': {
      const open = source.indexOf('(', start);
      return [
        { at: start, text: `$mutant.shares(${id}, ` },
        { at: open, drop: 1, text: ', ' },
      ];
    }
  }
}
