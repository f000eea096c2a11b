/** What somebody with the database in hand could do to a journal, and where that must be found. */
import type { Random } from '../lib/random.ts';
import { rehashed, type Journal, type Row } from './memory.ts';

export interface Tampered extends Journal {
  /** The first bad entry. */
  readonly seq: number;
}

export interface Tampering {
  /** Needs a head that was kept elsewhere: in itself the journal is sound. */
  readonly needsHeads?: true;
  readonly tamper: (journal: Journal, random: Random) => Tampered;
}

const fields = ['at', 'actor_id', 'verb', 'subject_id', 'case_id', 'data'] as const;
const edited = (row: Row, random: Random): Row => {
  const field = random.pick(fields);
  return { ...row, [field]: `${row[field] ?? ''}x` };
};
/** Any entry; its number. */
const any = ({ rows }: Journal, random: Random) => random.int(rows.length) + 1;

export const tamperings: Readonly<Record<string, Tampering>> = {
  edit: {
    tamper(journal, random) {
      const seq = any(journal, random);
      return { ...journal, rows: journal.rows.with(seq - 1, edited(journal.rows[seq - 1]!, random)), seq };
    },
  },
  delete: {
    tamper(journal, random) {
      const seq = any(journal, random);
      return { ...journal, rows: journal.rows.toSpliced(seq - 1, 1), seq };
    },
  },
  swap: {
    tamper(journal, random) {
      const seq = random.int(journal.rows.length - 1) + 1;
      const [first, second] = [journal.rows[seq - 1]!, journal.rows[seq]!];
      // They change places and keep the numbers of the places, or the order alone would tell.
      const rows = journal.rows
        .with(seq - 1, { ...second, seq: first.seq })
        .with(seq, { ...first, seq: second.seq });
      return { ...journal, rows, seq };
    },
  },
  insert: {
    tamper(journal, random) {
      const seq = any(journal, random);
      const strange = { ...journal.rows[seq - 1]!, subject_id: 'thr_strange' };
      const rows = [...journal.rows.slice(0, seq - 1), strange, ...journal.rows.slice(seq - 1)].map(
        (row, index) => ({ ...row, seq: index + 1 }),
      );
      return { rows, head: { ...journal.head, seq: rows.length }, seq };
    },
  },
  cut: {
    tamper(journal, random) {
      const seq = any(journal, random);
      return { ...journal, rows: journal.rows.slice(0, seq - 1), seq };
    },
  },
  'cut, and the head made to fit': {
    needsHeads: true,
    tamper(journal, random) {
      const seq = random.int(journal.rows.length - 1) + 2;
      const rows = journal.rows.slice(0, seq - 1);
      return { rows, head: { seq: seq - 1, hash: rows.at(-1)!.hash }, seq };
    },
  },
  'all rewritten from one entry on': {
    needsHeads: true,
    tamper(journal, random) {
      const seq = any(journal, random);
      const rows = journal.rows.with(seq - 1, edited(journal.rows[seq - 1]!, random));
      return { ...rehashed(rows, seq), seq };
    },
  },
};
