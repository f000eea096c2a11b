import { DEFAULT_BRAND, paletteDeclarations } from './tokens.ts';

const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/**
 * Writes the palette of a brand as custom properties on the host of this shadow root, for it and everything inside,
 * slotted elements too. Through a constructed stylesheet, which a strict `style-src` and Trusted Types let pass.
 * A colour that cannot be read leaves the default and warns once. `undefined` goes back to the default.
 */
export function applyBrand(root: ShadowRoot, brand: string | null | undefined): void {
  let sheet = sheets.get(root);
  if (!sheet) {
    if (!brand) return;
    sheets.set(root, (sheet = new CSSStyleSheet()));
    root.adoptedStyleSheets.push(sheet);
  }
  sheet.replaceSync(`:host{${brand ? declarations(brand) : ''}}`);
}

function declarations(brand: string): string {
  try {
    return paletteDeclarations(brand);
  } catch (error) {
    console.warn(
      `[portal] brand="${brand}" is not a hex colour such as ${DEFAULT_BRAND}; the default is used.`,
      error,
    );
    return '';
  }
}
