/** `npm run generate`: writes every derived file; `-- --check` only fails when one is stale. */
import '../generate/index.ts';
