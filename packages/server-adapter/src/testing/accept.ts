import type { TestPortal } from './portal.ts';

/** The token in the last mail with an invitation. */
export async function mailedToken(portal: TestPortal): Promise<string> {
  await portal.server.settle();
  const tokens = portal.mails.flatMap(({ text }) => /#invitation=([\w-]{43})/.exec(text)?.[1] ?? []);
  const token = tokens.at(-1);
  if (token === undefined) throw new Error('No invitation was mailed');
  return token;
}

/** Invites a person, and takes the link in the mail to choose a password. Answers their browser, signed in. */
export async function acceptInvitation(portal: TestPortal, personId: string, password: string) {
  await portal.firm.admin.firm.invitations.create({ id: personId });
  const browser = portal.firm.visitor();
  await browser.portal.invitations.accept({ token: await mailedToken(portal), password });
  return browser;
}
