/** The forms of a name that generated files need. */

export interface NounNames {
  /** As files and folders: `trust-accounts`. */
  readonly file: string;
  /** As a key of the contract: `trustAccounts`. */
  readonly noun: string;
  /** One of them: `trustAccount`. */
  readonly one: string;
  /** As a type: `TrustAccount`. */
  readonly One: string;
  /** The list as a type: `TrustAccounts`. */
  readonly Noun: string;
  /** As a table: `trust_accounts`. */
  readonly table: string;
  /** In words: `trust accounts`. */
  readonly words: string;
  /** One of them, in words: `trust account`. */
  readonly oneWord: string;
}

export interface ElementNames {
  /** `portal-trust-account` */
  readonly tag: string;
  /** Without `portal-`: names its words and its stories. */
  readonly file: string;
  /** `PortalTrustAccount` */
  readonly className: string;
  /** In words: `trust account`. */
  readonly words: string;
}

/** Names come as they are in paths: words in lower case with hyphens. */
export const isName = (text: string): boolean => /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);

/** @param plural `trust-accounts`  @param singular where it is not the plural without its s */
export function nounNames(plural: string, singular = singularOf(plural)): NounNames {
  return {
    file: plural,
    noun: camelCase(plural),
    one: camelCase(singular),
    One: pascalCase(singular),
    Noun: pascalCase(plural),
    table: plural.replaceAll('-', '_'),
    words: plural.replaceAll('-', ' '),
    oneWord: singular.replaceAll('-', ' '),
  };
}

export function elementNames(name: string): ElementNames {
  const file = name.replace(/^portal-/, '');
  return {
    tag: `portal-${file}`,
    file,
    className: pascalCase(`portal-${file}`),
    words: file.replaceAll('-', ' '),
  };
}

/** The first prefix of three letters or more that no other kind of id has. */
export function freePrefix(noun: string, taken: readonly string[]): string {
  const letters = noun.replaceAll('-', '');
  for (let length = 3; length <= letters.length; length++) {
    if (!taken.includes(letters.slice(0, length))) return letters.slice(0, length);
  }
  return `${letters}x`;
}

export const camelCase = (text: string): string =>
  text.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

export const pascalCase = (text: string): string => capitalized(camelCase(text));

/** `Trust accounts` of `trust accounts`. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Good for most English nouns; for the others `create` takes the singular as a second word. */
const singularOf = (plural: string): string =>
  plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.replace(/(?<=ss|x|ch|sh)es$|s$/, '');
