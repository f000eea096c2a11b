export { linkMail, noticeMail, type LinkMailInput, type NoticeMailInput } from './account.ts';
export { caseUpdateMail, type CaseUpdateMailInput } from './case-update.ts';
export { discreetMail } from './discreet.ts';
export { invitationMail, type InvitationMailInput } from './invitation.ts';
export { mailLayout, type MailBody, type MailFirm, type MailLayout } from './layout.ts';
export type { Mail, MailInput } from './mail.ts';
export { newMessageMail, type NewMessageMailInput } from './new-message.ts';
export { mailLanguages } from './words/index.ts';
