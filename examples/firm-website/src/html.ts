/** What may stand in a hole of an `html` template. `false`, `null` and `undefined` leave nothing behind. */
export type Hole = Html | string | number | false | null | undefined | readonly Hole[];

/** Markup that is safe to send as it is. Only `html` makes it, so nothing unescaped can pass for it. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }

  /** The tag: the literal parts are kept, every hole is escaped unless it is `Html` already. */
  static readonly tag = (literals: TemplateStringsArray, ...holes: readonly Hole[]): Html =>
    new Html(literals.reduce((markup, literal, i) => markup + fill(holes[i - 1]) + literal));
}

/** `` html`<p>${words}</p>` `` */
export const html = Html.tag;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function fill(hole: Hole): string {
  if (hole instanceof Html) return hole.toString();
  if (Array.isArray(hole)) return hole.map(fill).join('');
  if (hole === undefined || hole === null || hole === false) return '';
  return String(hole).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
