/**
 * The one file a page without a bundler needs: `<script type="module" src="…/casefront.js"></script>`. It is small, and
 * fetches each element of the portal when the page first uses it.
 */
import { loadElements } from './loader.ts';

if (typeof document === 'object') loadElements();
