/** Markup that is safe to send. Only `html` makes it. */
export class Markup {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type Hole = Markup | string | number | undefined | readonly Hole[];

/** A tagged template: the literal parts are kept, every hole is escaped unless it is `Markup` already. */
export const html = (literals: TemplateStringsArray, ...holes: readonly Hole[]): Markup =>
  new Markup(literals.reduce((markup, literal, i) => markup + fill(holes[i - 1]) + literal));

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function fill(hole: Hole): string {
  if (hole === undefined) return '';
  if (hole instanceof Markup) return hole.toString();
  if (Array.isArray(hole)) return hole.map(fill).join('');
  return String(hole).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
