/** The language that a person chose on this device. Not a secret, so it may stay in the browser's storage. */

const KEY = 'casefront.language';

/** Undefined when none was chosen, or when the browser blocks storage. */
export function rememberedLanguage(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberLanguage(language: string): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // It holds for this page then.
  }
}
