/** Limits that a form tells its reader before the server does. No schema in here, so that they may travel. */

/** Most characters of a message, in UTF-16. */
export const messageLimit = 20_000;
/** Most characters of a subject. */
export const subjectLimit = 200;
/** Most members of the firm whom one message may go to. */
export const recipientLimit = 50;
