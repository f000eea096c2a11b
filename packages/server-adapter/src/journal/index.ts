export { append } from './append.ts';
export { lockFirm } from './lock.ts';
export {
  journalActor,
  system,
  type Change,
  type Entry,
  type JournalActor,
  type JournalSubject,
} from './entry.ts';
export { verbs, type DataOf, type Links, type MailTemplate, type Section, type Verb } from './verbs.ts';
export { verifyJournal, type Verdict } from './verify.ts';
