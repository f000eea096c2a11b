// Derived from contract/session.ts by `npm run generate`; do not edit.
import type * as contract from '../contract/session.ts';
import type { RoutesOf } from './route.ts';

export const session: RoutesOf<typeof contract.session> = {
  create: { name: 'session.create', method: 'POST', path: '/session', activity: true, once: true },
  get: { name: 'session.get', method: 'GET', path: '/session' },
  extend: { name: 'session.extend', method: 'POST', path: '/session/extend', activity: true },
  confirmPassword: {
    name: 'session.confirmPassword',
    method: 'POST',
    path: '/session/confirm/password',
    activity: true,
    once: true,
  },
  confirmCode: {
    name: 'session.confirmCode',
    method: 'POST',
    path: '/session/confirm/code',
    activity: true,
    once: true,
  },
  passkeyOptions: {
    name: 'session.passkeyOptions',
    method: 'POST',
    path: '/session/confirm/passkey/options',
  },
  confirmPasskey: {
    name: 'session.confirmPasskey',
    method: 'POST',
    path: '/session/confirm/passkey',
    activity: true,
    once: true,
  },
  passkeySignInOptions: {
    name: 'session.passkeySignInOptions',
    method: 'POST',
    path: '/session/passkey/options',
    once: true,
  },
  passkeySignIn: {
    name: 'session.passkeySignIn',
    method: 'POST',
    path: '/session/passkey',
    activity: true,
    once: true,
  },
  exchange: {
    name: 'session.exchange',
    method: 'POST',
    path: '/session/exchange',
    activity: true,
    once: true,
  },
  end: { name: 'session.end', method: 'DELETE', path: '/session' },
};
