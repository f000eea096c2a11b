/** The part of ESLint's rule interface that our rules use. */
export interface Rule {
  create(context: RuleContext): Record<string, (node: any) => void>;
}

export interface RuleContext {
  report(problem: { node: unknown; message: string }): void;
}

/** The tag's name of a tagged template: `html` of html`…`, `svg` of svg`…`. */
export const tagName = (template: any): string | undefined => template.tag?.name;

/** The raw text pieces of a template literal, without its `${…}` parts. */
export const quasis = (template: any): { value: { raw: string } }[] => template.quasi.quasis;
