import type { Quiet } from '../sql/schema.ts';

/** What is a person's own, beside what the firm says of them. */
export interface ProfileRecord {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
  readonly locale: string;
  readonly timeZone: string;
  /** Null for the firm's. */
  readonly idleMinutes: number | null;
  /** Notices that they do not want. */
  readonly quiet: readonly Quiet[];
  readonly passwordChangedAt: string | null;
}

export type ProfileFields = Omit<ProfileRecord, 'passwordChangedAt'>;

/** The scope's own person. Whoever has no person, an API key, has no profile. */
export interface ProfileBackend {
  get(): Promise<ProfileRecord | undefined>;
  /** The same; nobody else changes it until the transaction ends. */
  lock(): Promise<ProfileRecord | undefined>;
  change(fields: Partial<ProfileFields>): Promise<void>;
}
