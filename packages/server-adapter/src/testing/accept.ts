import type { TestPortal } from './portal.ts';

/** The token in the last invitation that was mailed to an address. */
export async function mailedToken(portal: TestPortal, email: string): Promise<string> {
  await portal.server.settle();
  const mails = portal.mails.filter(({ to }) => to === email);
  const token = mails.flatMap(({ text }) => /#invitation=([\w-]{43})/.exec(text)?.[1] ?? []).at(-1);
  if (token === undefined) throw new Error(`No invitation was mailed to ${email}`);
  return token;
}

/** Invites a person, and takes the link in the mail to choose a password. Answers their browser, signed in. */
export async function acceptInvitation(
  portal: TestPortal,
  person: { readonly id: string; readonly email: string },
  password: string,
) {
  await portal.firm.admin.firm.invitations.create({ id: person.id });
  const browser = portal.firm.visitor();
  await browser.portal.invitations.accept({ token: await mailedToken(portal, person.email), password });
  return browser;
}
