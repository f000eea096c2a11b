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
    opening: (firm: string) => `${firm} has put something new in your client portal.`,
    privacy: 'For your privacy this mail does not say what it is.',
    action: 'See what is new',
  },
};

/** What every language must say. */
export type MailWords = typeof en;
