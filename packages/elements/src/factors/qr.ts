import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** A text as a picture for a camera: one path, drawn by a template, so no markup is made of strings and no style is inline. */
export function qr(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: 4 }); // the quiet zone of ISO/IEC 18004 is four modules
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg class="qr" part="qr" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${label}>
    <path d=${path} shape-rendering="crispEdges"></path>
  </svg>`;
}
