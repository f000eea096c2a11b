#!/usr/bin/env node
/** `casefront`. What it does is in `cli/`, and is imported only where Node has what that needs: `node:sqlite`, for one. */
import { versions } from 'node:process';

const least = 24;

if (Number.parseInt(versions.node) < least) {
  console.error(`casefront needs Node ${least} or newer; this is Node ${versions.node}.`);
  process.exitCode = 1;
} else {
  await import('./cli/main.ts');
}
