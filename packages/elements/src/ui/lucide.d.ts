/** lucide publishes one module per icon, but types for the whole set only. */
declare module 'lucide/dist/esm/icons/*.mjs' {
  const node: import('lucide').IconNode;
  export default node;
}
