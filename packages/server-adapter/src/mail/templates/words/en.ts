/** Everything that mails say, in English. Neutral on purpose: a mail may be read by anyone who sees the screen. */
export const en = {
  footer: {
    noReply: (phone: string) =>
      `Please do not reply to this mail: nobody reads what is sent back. Write to us in the portal, or call ${phone}.`,
    staff: (firm: string) => `You get this mail because you work at ${firm}.`,
  },
  /** For firms whose clients may be watched: no law, no firm, no case. */
  discreet: {
    subject: 'Something for you',
    title: 'There is something for you',
    opening: 'Open it when you are alone. If you are not, this mail can wait.',
    open: 'Open',
    footer: 'Please do not reply to this mail: nobody reads what is sent back.',
  },
  invitation: {
    client: {
      subject: 'your client portal is ready',
      title: 'Your client portal is ready',
      opening: (firm: string) => `${firm} invites you to its client portal.`,
      openingFrom: (person: string, firm: string) =>
        `${person} at ${firm} invites you to the firm’s client portal.`,
      about: 'It is part of our website. You can see where things stand there, and write to us at any hour.',
    },
    staff: {
      subject: 'your account is ready',
      title: 'Your account is ready',
      opening: (firm: string) => `${firm} invites you to its portal, as a member of the firm.`,
      openingFrom: (person: string, firm: string) =>
        `${person} invites you to the portal of ${firm}, as a member of the firm.`,
      about: 'Clients see their cases there and write to the people who work on them.',
    },
    until: (date: string) => `The link works once, until ${date}. It asks you to choose a password.`,
    unexpected: (phone: string) =>
      `If the link has ended, or if you did not expect this mail, call us at ${phone}.`,
    action: 'Choose a password',
  },
  linkUntil: (date: string) => `The link works once, until ${date}.`,
  reset: {
    subject: 'choose a new password',
    title: 'Choose a new password',
    opening: (firm: string) =>
      `We were asked for a link to set a new password for your account in the portal of ${firm}.`,
    unexpected: (phone: string) =>
      `If you did not ask for it, there is nothing to do: your password stays as it is. If this mail comes again and again, call us at ${phone}.`,
    action: 'Choose a new password',
  },
  emailOld: {
    subject: 'confirm your new e-mail address',
    title: 'Confirm your new e-mail address',
    opening: (firm: string) =>
      `Somebody who is signed in to your account in the portal of ${firm} asked for another e-mail address. It changes when both mailboxes have confirmed it, this one and the new one, with your password.`,
    unexpected: (phone: string) =>
      `If it was not you, do not confirm it, and call us at ${phone} at once: somebody else is in your account.`,
    action: 'Look at the change',
  },
  emailNew: {
    subject: 'confirm this e-mail address',
    title: 'Confirm this e-mail address',
    opening: (firm: string) =>
      `Somebody gave this e-mail address as theirs in the portal of ${firm}. If it was you, confirm it with your password.`,
    unexpected: (phone: string) =>
      `If you do not know what this is about, there is nothing to do, and we will not use your address. If in doubt, call us at ${phone}.`,
    action: 'Confirm this address',
  },
  passwordChanged: {
    subject: 'your password was changed',
    title: 'Your password was changed',
    opening: (firm: string, date: string) =>
      `The password of your account in the portal of ${firm} was changed on ${date}. On all other devices you are signed out.`,
  },
  emailChangedOld: {
    subject: 'your e-mail address was changed',
    title: 'Your e-mail address was changed',
    opening: (firm: string, date: string) =>
      `Your account in the portal of ${firm} has had another e-mail address since ${date}. You sign in with that one now, and our mails go there.`,
  },
  emailChangedNew: {
    subject: 'this is your e-mail address now',
    title: 'This is your e-mail address now',
    opening: (firm: string, date: string) =>
      `Your account in the portal of ${firm} has had this e-mail address since ${date}. You sign in with it now, and our mails come here.`,
  },
  factorAdded: {
    subject: 'a second step was set up',
    title: 'A second step was set up',
    opening: (firm: string, date: string) =>
      `A second step for signing in to your account in the portal of ${firm} was set up on ${date}.`,
  },
  factorRemoved: {
    subject: 'a second step was removed',
    title: 'A second step was removed',
    opening: (firm: string, date: string) =>
      `A second step for signing in to your account in the portal of ${firm} was removed on ${date}.`,
  },
  recoveryCodeUsed: {
    subject: 'one of your recovery codes was used',
    title: 'One of your recovery codes was used',
    opening: (firm: string, date: string) =>
      `Somebody signed in to your account in the portal of ${firm} with one of your recovery codes on ${date}. That code does not work again.`,
  },
  codesGuessed: {
    subject: 'somebody may know your password',
    title: 'Somebody may know your password',
    opening: (firm: string, date: string) =>
      `On ${date} your password was right in the portal of ${firm}, and then wrong codes were typed again and again. Nobody got in by it. If it was not you, choose another password.`,
  },
  notice: {
    unexpected: (phone: string) => `If it was not you who did this, call us at ${phone} at once.`,
    action: 'Open the portal',
  },
  newMessage: {
    client: {
      subject: 'a new message for you',
      title: 'There is a new message for you',
      opening: (firm: string) => `${firm} wrote to you in the client portal.`,
      openingFrom: (person: string, firm: string) =>
        `${person} at ${firm} wrote to you in the client portal.`,
      privacy: 'For your privacy the message itself is not in this mail.',
    },
    staff: {
      subject: 'a new message for you',
      title: 'There is a new message for you',
      opening: 'Somebody wrote to you in the portal.',
      privacy: 'To keep it confidential, neither the message nor its sender is in this mail.',
    },
    action: 'Read the message',
  },
  caseUpdate: {
    subject: 'there is news for you',
    title: 'There is news for you',
    client: {
      opening: (firm: string) => `${firm} has put something new in your client portal.`,
      privacy: 'For your privacy this mail does not say what it is.',
    },
    staff: {
      opening: (firm: string) => `Something happened in the portal of ${firm} that you should know of.`,
      privacy: 'To keep it confidential, this mail does not say what it is.',
    },
    action: 'See what is new',
  },
};

/** What every language must say. */
export type MailWords = typeof en;
