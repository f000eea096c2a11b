/** The people of the demo, and how they do what every test needs. */
import type { Page } from 'playwright-core';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export async function signInAtDesk(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/desk');
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Staff desk' }).waitFor();
}

/** Fills in the portal's form, which is on the page. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Opens a page of the firm's with the portal in it, signs in, and waits for the first screen. */
export async function openPortal(page: Page, person: Person, path = '/portal'): Promise<void> {
  await page.goto(path);
  await signIn(page, person);
  await page.getByRole('heading', { name: `Hello, ${person.name}` }).waitFor();
}

/** Away to something else, and back a good while later. */
export async function comeBack(page: Page): Promise<void> {
  await page.clock.fastForward('00:30');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}
