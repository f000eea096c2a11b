import type { nothing, TemplateResult } from 'lit';

/** What a template takes as text: words, a template, several of them, or nothing. Never markup in a string. */
export type Content = string | TemplateResult | typeof nothing | undefined | readonly Content[];
