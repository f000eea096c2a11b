/** The code that a document shows. */

export interface Block {
  /** What is written behind the fence: `ts`. */
  readonly language: string;
  /** The heading that it stands below. */
  readonly heading: string;
  readonly code: string;
}

/** Every fenced block, in order. */
export function readBlocks(markdown: string): Block[] {
  const found = markdown.matchAll(/^#+ ([^\n]+)$|^```(\S*)\n(.*?)^```$/gms);
  let heading = '';
  return Array.from(found).flatMap(([, next, language = '', code = '']) => {
    if (next === undefined) return { language, heading, code };
    heading = next;
    return [];
  });
}

/** Hands out blocks, and knows those that nobody has asked for. */
export class Blocks {
  readonly #left: Block[];

  constructor(markdown: string) {
    this.#left = readBlocks(markdown);
  }

  /** The code of the block that stands there. @throws when there is none, or none any more. */
  take(heading: string, language: string): string {
    const index = this.#left.findIndex((block) => block.heading === heading && block.language === language);
    if (index < 0) throw new Error(`Below “${heading}” there is no block of ${language}.`);
    return this.#left.splice(index, 1)[0]!.code;
  }

  /** Where the blocks are that nobody has taken: `The server: sh`. */
  get left(): string[] {
    return this.#left.map(({ heading, language }) => `${heading}: ${language}`);
  }
}
