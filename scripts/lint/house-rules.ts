/**
 * Rules of this house that no stock rule covers, for the templates and styles of the elements.
 * Loaded by oxlint as a plugin (`.oxlintrc.json`); the shape is ESLint's.
 */
import { awaitedAxe } from './awaited-axe.ts';
import { inlineStyle } from './inline-style.ts';
import { logicalProperties } from './logical-properties.ts';
import { rawMarkup } from './raw-markup.ts';
import { remUnit } from './rem-unit.ts';

export default {
  meta: { name: 'house' },
  rules: {
    'awaited-axe': awaitedAxe,
    'logical-properties': logicalProperties,
    'no-inline-style': inlineStyle,
    'no-raw-markup': rawMarkup,
    'no-rem': remUnit,
  },
};
