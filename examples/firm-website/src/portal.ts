import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';

/** Puts Casefront on the firm's site. */
export function mountPortal(app: Express): void {
  const elements = new URL('.', import.meta.resolve('@casefront/elements/casefront.js'));
  app.use('/casefront', express.static(fileURLToPath(elements), { index: false }));
}
