import type { RequestHandler } from 'express';

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";

/** The strictest policy a firm could run under, as SECURITY.md names it. The portal must work beneath it without one violation. */
export const strictPolicy = `${policy}; frame-ancestors 'none'; require-trusted-types-for 'script'`;

/** The site's everyday policy: the same, and what a whole site needs besides (the outbox shows mails in a frame). */
export const sitePolicy = `${policy}; frame-ancestors 'self'; require-trusted-types-for 'script'; frame-src 'self'`;

/** A mail is somebody else's markup: no script, no requests, and an origin of its own even when opened directly. */
export const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** On every answer. Invitation links carry their secret in the fragment; no referrer makes sure of the rest. */
export const safeHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': sitePolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  });
  next();
};
