import type { FirmRecord } from '../context.ts';

type Firm = Pick<FirmRecord, 'settings'>;

/** Whether there are conversations at this firm: without them no list, count, line or notice may mention one. */
export const hasInbox = ({ settings }: Firm): boolean => settings.messages !== 'off';

/** Whether clients may write, and not only read what the firm writes. */
export const clientsMayWrite = ({ settings }: Firm): boolean =>
  (settings.messages ?? 'two-way') === 'two-way';
