/** What a page may load, in `size-budget.json`: gzip, minified, for production, in kB (1000 bytes). */
import { readFileSync } from 'node:fs';
import { at } from '../lib/workspace.ts';

export interface Budget {
  readonly entries: Readonly<Record<string, BudgetEntry>>;
  /** Each element that no entry names, on a page that has loaded the entry `beyond` already. */
  readonly sections: { readonly limit: number; readonly beyond: string };
}

export interface BudgetEntry {
  /** kB of gzip. */
  readonly limit: number;
  /** What the page imports. */
  readonly modules: readonly string[];
  /** Count what it imports later too. */
  readonly lazy?: boolean;
}

export const readBudget = (): Budget => JSON.parse(readFileSync(at('size-budget.json'), 'utf8')) as Budget;

export interface Size {
  readonly name: string;
  readonly bytes: number;
  /** kB. */
  readonly limit: number;
  /** Modules of packages that must not be there. */
  readonly forbidden: readonly string[];
}

export const isOver = ({ bytes, limit, forbidden }: Size): boolean =>
  bytes > limit * 1000 || forbidden.length > 0;
