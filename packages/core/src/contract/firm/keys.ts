import * as z from 'zod';
import { del, get, post } from '../endpoint.ts';
import { KeyId } from '../ids.ts';
import { Instant, line } from '../values.ts';

export const ScopeName = z.enum(['people', 'cases', 'messages', 'events', 'shares']);

/** A key for a system of the firm; the secret itself is shown once. */
export const ApiKey = z.object({
  id: KeyId,
  name: z.string(),
  scopes: z.array(z.string()),
  createdAt: Instant,
  lastUsedAt: Instant.nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

/** Admins only, and never by a key. */
export const keys = {
  list: get('/firm/keys', {
    summary: 'API keys that work',
    audience: 'firm',
    result: z.object({ items: z.array(ApiKey) }),
    errors: ['forbidden'],
  }),
  /** Makes a key. `secret` is in this answer and nowhere else, ever. */
  create: post('/firm/keys', {
    summary: 'Make an API key',
    audience: 'firm',
    input: z.strictObject({ name: line(100), scopes: z.array(ScopeName).min(1) }),
    result: ApiKey.extend({ secret: z.string() }),
    errors: ['forbidden', 'conflict'],
    answersSecret: true,
    stepUp: true,
    activity: true,
  }),
  /** Ends a key at once. */
  revoke: del('/firm/keys/:id', {
    summary: 'End an API key',
    audience: 'firm',
    errors: ['not-found', 'forbidden'],
    activity: true,
  }),
};
