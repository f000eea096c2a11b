/** What a document says that there is, so that somebody can look whether it is true. */

/** Links to other files, without what leads into them. */
export const links = (markdown: string): string[] => groups(markdown, /\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g);

/** Names of scripts that it has npm run: `start`, `size`. */
export const scripts = (markdown: string): string[] =>
  groups(markdown, /\bnpm (?:run )?(start|test|(?<=run )[\w-]+)/g);

/** Modules of ours that it imports: `@casefront/core/firm`. */
export const modules = (markdown: string): string[] => groups(markdown, /['`](@casefront\/[\w./-]+)['`]/g);

/** Files and folders between backticks: `journal/append.ts`, `stories/`. */
export const files = (markdown: string): string[] =>
  groups(markdown, /`([\w.-]+\/(?:[\w.-]+\/)*|(?:[\w.-]+\/)*[\w.-]+\.(?:ts|js|json|css|md))`/g);

const groups = (text: string, pattern: RegExp): string[] => [
  ...new Set(Array.from(text.matchAll(pattern), ([, found = '']) => found)),
];
