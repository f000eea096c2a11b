/** The headless client without the nouns: for elements, which bring the routes they use. */
export {
  createClient,
  newKey,
  type Call,
  type CallOptions,
  type ClientOf,
  type ClientOptions,
  type PortalClient,
} from './client.ts';
export { memorySession } from './memory-session.ts';
export { isPortalError, PortalError, type PortalErrorCode } from './error.ts';
export { messageLimit, recipientLimit, subjectLimit } from '../contract/limits.ts';
