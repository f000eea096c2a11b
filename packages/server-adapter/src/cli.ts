#!/usr/bin/env node
/** `casefront`. What it does is in `cli/`, and is imported only where Node has what that needs: `node:sqlite`, for one. */
const least = 24;

if (Number.parseInt(process.versions.node) < least) {
  console.error(`casefront needs Node ${least} or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  await import('./cli/main.ts');
}

export {};
