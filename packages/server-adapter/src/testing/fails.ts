import assert from 'node:assert/strict';
import { isPortalError, type PortalError } from '@casefront/core';

/** For `assert.rejects`: the client's error has this code. */
export const failsWith =
  (code: string) =>
  (error: unknown): boolean => {
    if (isPortalError(error, code)) return true;
    throw error;
  };

/** The same, and the first field that it names is this one, with this code. */
export const failsAt =
  (code: string, path: readonly (string | number)[], issue: string) =>
  (error: unknown): boolean => {
    failsWith(code)(error);
    const { issues } = error as PortalError;
    assert.deepEqual([issues[0]?.path, issues[0]?.code], [path, issue]);
    return true;
  };
