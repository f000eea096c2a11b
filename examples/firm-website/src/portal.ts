import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { deskScript } from './desk-script.ts';

/** Puts Casefront on the firm's site. */
export async function mountPortal(app: Express): Promise<void> {
  const elements = new URL('.', import.meta.resolve('@casefront/elements/casefront.js'));
  app.use('/casefront', express.static(fileURLToPath(elements), { index: false }));
  app.get('/desk.js', await deskScript());
}
