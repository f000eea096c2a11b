export { append, appendAbout } from './append.ts';
export { headsFile, readHeads } from './heads-file.ts';
export { headKey, isSigned, publicHeadKey, signHead, type JournalSink, type SignedHead } from './heads.ts';
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
export { verifyJournal, type Anchor, type Verdict } from './verify.ts';
