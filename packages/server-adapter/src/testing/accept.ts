import type { TestPortal } from './portal.ts';

/** The token in the last link that was mailed to an address: an invitation, unless another kind is asked for. */
export async function mailedToken(
  portal: TestPortal,
  email: string,
  kind: 'invitation' | 'reset' | 'email' = 'invitation',
): Promise<string> {
  const token = (await mailedTokens(portal, email, kind)).at(-1);
  if (token === undefined) throw new Error(`No link of the kind ${kind} was mailed to ${email}`);
  return token;
}

/** The tokens in all links of a kind that were mailed to an address, oldest first. */
export async function mailedTokens(portal: TestPortal, email: string, kind: string): Promise<string[]> {
  await portal.server.settle();
  const link = new RegExp(`#${kind}=([\\w-]{43})`);
  return portal.mails.filter(({ to }) => to === email).flatMap(({ text }) => link.exec(text)?.[1] ?? []);
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

/** Ana, who has chosen a password and is signed in on one browser; all mails about that are sent. */
export async function addMember(portal: TestPortal, email: string, password: string) {
  const person = await portal.firm.admin.firm.people.create({ name: 'Ana Silva', email });
  const browser = await acceptInvitation(portal, person, password);
  await portal.server.settle();
  return { ...person, browser };
}
