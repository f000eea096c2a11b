import { isPortalError } from '@casefront/core';

/** For `assert.rejects`: the client's error has this code. */
export const failsWith =
  (code: string) =>
  (error: unknown): boolean => {
    if (isPortalError(error, code)) return true;
    throw error;
  };
