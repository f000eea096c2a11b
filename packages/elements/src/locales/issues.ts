import type { I18n } from './i18n.ts';

/** One field that the server refused, as in problem+json. */
interface Issue {
  readonly path: readonly (string | number)[];
  readonly code: string;
}

/** The words for one refused field, by its code. */
export function issueMessage(i18n: I18n, issue: Issue): string {
  const key = `issues.${issue.code.replaceAll('_', '-')}`;
  return i18n.t(i18n.has(key) ? key : 'issues.unknown');
}
