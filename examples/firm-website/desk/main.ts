/** The firm's staff desk: a small program made with `@casefront/core/firm`, the way a firm could make its own. */
import { isPortalError } from '@casefront/core/firm';
import { html, nothing, render, type TemplateResult } from 'lit';
import { caseScreen } from './case.ts';
import { casesScreen } from './cases.ts';
import { clients, sentence, signedOut, type Desk, type Screen } from './desk.ts';
import { inboxScreen } from './inbox.ts';
import { keysScreen } from './keys.ts';
import { newMessageScreen } from './new-message.ts';
import { peopleScreen } from './people.ts';
import { personScreen } from './person.ts';
import { proveAgain } from './prove.ts';
import { settingsScreen } from './settings.ts';
import { isLink, notForClients, signIn } from './sign-in.ts';
import { threadScreen } from './thread.ts';

const screens: Record<string, Screen> = {
  people: peopleScreen,
  cases: casesScreen,
  case: caseScreen,
  inbox: inboxScreen,
  thread: threadScreen,
  write: newMessageScreen,
  person: personScreen,
  keys: keysScreen,
  settings: settingsScreen,
};
const sections = { people: 'People', cases: 'Cases', inbox: 'Inbox' };
/** What only administrators have. */
const adminSections = { keys: 'Keys', settings: 'Settings' };
const sectionOf: Record<string, string> = {
  person: 'people',
  case: 'cases',
  thread: 'inbox',
  write: 'inbox',
  keys: 'keys',
  settings: 'settings',
};

const root = document.querySelector<HTMLElement>('#desk')!;
root.replaceChildren(); // what stood there until this script arrived

let notice: { words: string; failed: boolean } | undefined;
let working = false;
/** Raised with every load, so that an answer which comes late does not paint over a newer screen. */
let latest = 0;

const desk: Desk = {
  ...clients,
  async act(work) {
    if (working) return false;
    working = true;
    root.ariaBusy = 'true';
    try {
      const done = await proving(work);
      notice = done ? { words: done, failed: false } : undefined;
      await show();
      return true;
    } catch (error) {
      if (signedOut(error)) await show();
      else say({ words: sentence(error), failed: true });
      return false;
    } finally {
      working = false;
      root.ariaBusy = 'false';
    }
  },
};

/** Runs a change; when it asks for a fresh proof of who is here, gets one and runs it again. Without one, nothing is done. */
async function proving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isPortalError(error, 'auth.step-up') || !(await proveAgain(desk.portal))) throw error;
    return await work();
  }
}

async function show({ moved = false } = {}): Promise<void> {
  const mine = ++latest;
  const [name = '', id = ''] = location.hash.slice(1).split('/');
  const screen = screens[name] ?? peopleScreen;
  if (isLink(location.hash)) {
    render(
      signIn(() => location.replace('/desk')),
      root,
    );
    return;
  }
  try {
    const [{ person }, { title, body }] = await Promise.all([
      desk.portal.session.get(),
      screen(desk, id).catch(missing),
    ]);
    const counts = await desk.portal.notifications.counts(); // after the screen: opening a conversation clears its bubble
    if (mine !== latest) return;
    document.title = `${title} · Staff desk`;
    const section = sectionOf[name] ?? (name in sections ? name : 'people');
    render(
      frame({
        name: person.name,
        admin: person.role === 'admin',
        section,
        unseen: counts.inbox,
        title,
        body,
      }),
      root,
    );
    if (moved) root.querySelector<HTMLElement>('h2')?.focus();
  } catch (error) {
    if (mine !== latest) return;
    render(door(error), root);
    notice = undefined;
  }
}

/** In place of what is not there, or not for whoever is here: the desk around it stays. */
function missing(error: unknown): Awaited<ReturnType<Screen>> {
  if (!isPortalError(error, 'not-found')) throw error;
  const body = html`<p>It may be gone, or it may not be open to you.</p>
    <p><a href="#cases">See your cases</a></p>`;
  return { title: 'We can’t find this', body };
}

/** Instead of a screen. */
function door(error: unknown): TemplateResult {
  if (signedOut(error)) return signIn(() => void show());
  return isPortalError(error, 'forbidden') ? notForClients(leave) : failure(sentence(error));
}

const frame = (now: {
  name: string;
  admin: boolean;
  section: string;
  unseen: number;
  title: string;
  body: TemplateResult;
}) => html`
  <nav class="desk-nav" aria-label="Staff desk">
    ${Object.entries({ ...sections, ...(now.admin ? adminSections : {}) }).map(
      ([name, words]) => html`<a href="#${name}" aria-current=${now.section === name ? 'page' : nothing}>
        ${words}${
          name === 'inbox' && now.unseen > 0
            ? html` <span class="bubble">${now.unseen}<span class="for-readers"> unread</span></span>`
            : nothing
        }
      </a>`,
    )}
    <span class="desk-me">${now.name}</span>
    <button class="quiet" @click=${leave}>Sign out</button>
  </nav>
  <h2 class="desk-title" tabindex="-1">${now.title}</h2>
  ${noticeLine()} ${now.body}
`;

const noticeLine = () => html`
  <p class="desk-notice" role="status">${notice && !notice.failed ? notice.words : nothing}</p>
  <p class="desk-notice failed" role="alert">${notice?.failed ? notice.words : nothing}</p>
`;

const failure = (words: string) => html`
  <p class="desk-notice failed" role="alert">${words}</p>
  <button @click=${() => show()}>Try again</button>
`;

function say(words: typeof notice): void {
  notice = words;
  void show();
}

/** Ends the session, and with the page all that the elements on it remember. */
const leave = () =>
  desk.act(async () => {
    await desk.portal.session.end();
    location.reload();
  });

addEventListener('hashchange', () => {
  if (!working) notice = undefined; // a change may lead on to another screen and still be reported
  void show({ moved: true });
});
// Whoever comes back to the window sees what arrived meanwhile.
addEventListener('focus', () => void (working || show()));
void show();
