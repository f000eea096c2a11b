/** For whoever has to be quick with passwords. */
import { changeSources, lightPasswords } from '../lib/change-source.ts';

changeSources(lightPasswords);
