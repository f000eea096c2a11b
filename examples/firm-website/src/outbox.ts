/** One mail as it was sent. `text` and `html` are the two parts of the same message. */
export interface SentMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sentAt: Date;
}

/** Where the demo reads what was sent. Mails carry sign-in secrets, so a real site never mounts such a page. */
export interface Outbox {
  /** The last hundred mails, newest first. */
  list(): Promise<readonly SentMail[]>;
  get(id: string): Promise<SentMail | undefined>;
}
