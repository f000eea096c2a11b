const safe = new Set(['https:', 'http:', 'mailto:', 'tel:', 'blob:']);

/**
 * A URL that is harmless in `href` or `src`: relative, http(s), mailto, tel, blob. Lit escapes attributes but does not
 * look at schemes, so `javascript:` from data would run on click. Undefined for anything else.
 */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  try {
    return safe.has(new URL(url, 'https://relative.invalid').protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
