/** Calls everything as everybody, at random, and holds each answer against the book. */
import type { Tally } from '../lib/goal.ts';
import type { Random } from '../lib/random.ts';
import { isAdmin, sees, type Book } from './book.ts';
import type { World } from './build.ts';
import { idsIn } from './canary.ts';
import { turnedAway, type Caller } from './callers.ts';
import { chooseCall, newIdLike, type Chosen } from './choose.ts';
import { applyEffect, thingOfText } from './effects.ts';
import { codeOf, foreignIn, isRefusal, ownIn } from './judge.ts';
import { noInbox, refusal } from './refusals.ts';
import type { Repeats } from './repeats.ts';
import { bytesOf, send, type Given, type Running } from './server.ts';
import { mapIds, type Template } from './templates.ts';

export interface Sweep {
  readonly running: Running;
  readonly books: ReadonlyMap<string, Book>;
  readonly callers: readonly Caller[];
  readonly templates: World['templates'];
  readonly random: Random;
  readonly focus?: readonly Template[] | undefined;
  readonly repeats: Repeats;
  readonly tally: Tally;
  /** Told of each call and what became of it. */
  readonly onAnswer?: ((name: string, status: number) => void) | undefined;
}

/** One call, and those that it leads to: the next page, the same again, the same with what does not exist. */
export async function step(sweep: Sweep, turn: number): Promise<void> {
  const { tally, repeats } = sweep;
  const chosen = chooseCall(sweep, turn);
  const { book, caller, template } = chosen;
  const key = repeats.keyFor(chosen);
  const isSame = key !== undefined && repeats.isSame(chosen, key);
  const given = await ask(sweep, chosen, key);
  const fail = failing(sweep, chosen, given);

  const wrong = key && repeats.judge(chosen, key, given);
  if (wrong) fail(wrong);
  if (isSame || (key && codeOf(given) === 'idempotency.reused')) return;
  const away = turnedAway(book, caller, template.endpoint, template.forAdmins);
  if (away !== undefined) {
    if (!isRefusal(given, away)) fail(`not ${away} but ${codeOf(given) ?? 'an answer'}`);
    return;
  }

  const hidden = hiddenIds(sweep, chosen);
  if (hidden.size > 0) return await compareWithMissing(sweep, chosen, hidden, given);
  judgeOwn(sweep, chosen, given);
  if (template.endpoint.method === 'GET' && given.status === 200) await turnPage(sweep, chosen, given);

  const old = repeats.old();
  if (old) {
    const again = await ask(sweep, old.chosen, old.key);
    if (bytesOf(again) !== old.bytes)
      failing(sweep, old.chosen, again)(`sent again, and it was ${old.bytes}`);
    tally.positive();
  }
}

const failing =
  ({ tally }: Sweep, { caller, template, input }: Chosen, { status }: Given) =>
  (what: string) =>
    tally.fail(
      `${caller.letter}.${caller.name} called ${template.name} ${JSON.stringify(input)} and got ${status}: ${what}`,
    );

async function ask(
  { running, tally, onAnswer }: Sweep,
  { book, caller, template, input }: Chosen,
  key?: string,
): Promise<Given> {
  tally.tried();
  const headers = { ...caller.headers, ...(key !== undefined && { 'idempotency-key': key }) };
  const { credential } = caller;
  const call = { host: book.host, credential, endpoint: template.endpoint, input, headers };
  const given = await send(running.server, call);
  onAnswer?.(template.name, given.status);
  return given;
}

/** A call that names nothing but what the caller may see. */
function judgeOwn(sweep: Sweep, chosen: Chosen, given: Given): void {
  const { book, caller, template, input } = chosen;
  const fail = failing(sweep, chosen, given);
  const why = refusal({ book, caller, name: template.name, input });
  if (why !== undefined && given.status < 400) fail(`allowed, though ${why}`);
  const isDone = given.status < 300;
  const foreign = () => foreignIn(given.text, book, caller.viewer, 'token' in input);
  // Whoever leaves a case by this call is still told what they did; whoever opens one sees it from now on.
  const before = new Set(isDone ? foreign() : []);
  if (isDone) succeed(sweep, chosen, given);
  if (isDone && template.name === 'session.create') {
    const { email } = (JSON.parse(given.text) as { person: { email: string } }).person;
    if (email !== input['email']) fail('signed in as somebody else');
  }
  for (const what of foreign()) if (!isDone || before.has(what)) fail(what);
  if (isDone && ownIn(given.text, book)) sweep.tally.positive();
  const right = mustSucceed(chosen, why);
  if (right !== undefined && given.status >= 300 && given.status !== 429) fail(right);
  const isOwnRead = template.endpoint.method === 'GET' && why === undefined && namesAll(chosen);
  if (
    why === undefined &&
    codeOf(given) === 'forbidden' &&
    namesAll(chosen) &&
    rulesPeople.test(template.name)
  )
    fail('forbidden what is theirs to do');
  if (why === noInbox && caller.viewer.kind === 'client' && codeOf(given) !== 'not-found')
    fail('told that there are conversations');
  if (isDone && template.name === 'firm.shares.list') checkList(chosen, given, fail);
  // What is new cannot be missing; what has this external id can be seen.
  if (given.status === 404 && template.name.endsWith('.create') && namesAll(chosen) && why === undefined)
    fail('not found what is their own');
  // A copy of all of one's data may be asked for ten times an hour.
  const isEnough = template.endpoint.spec.long && codeOf(given) === 'rate.limited';
  if (!isDone && isOwnRead && !isEnough && given.status < 500) fail('refused what is their own');
}

/** Of these the book knows every reason for which they are forbidden. */
const rulesPeople = /^firm\.(?:people\.update|access\.\w+|invitations\.create|views\.create)$/;

/** Whom the firm is told to have a share: those who have one, and those whose share is frozen. */
function checkList({ book, input }: Chosen, given: Given, fail: (what: string) => void): void {
  const id = String(input['id']);
  const { caseId = id, members, clients } = { ...book.threads.get(id), ...book.events.get(id) };
  const found = book.cases.get(caseId);
  if (!found || !book.things.has(id)) return;
  const booked = id === caseId ? [...found.team, ...found.clients] : [...(members ?? clients ?? [])];
  const { items } = JSON.parse(given.text) as { items: { personId: string; frozen: boolean }[] };
  const told = items.map(({ personId, frozen }) => `${personId} ${frozen}`).toSorted();
  const right = booked.map((one) => `${one} ${found.parts.get(one)?.frozen === true}`).toSorted();
  if (JSON.stringify(told) !== JSON.stringify(right))
    fail(`a share for ${told.join()} and not ${right.join()}`);
}

/** Why a call cannot be refused; undefined when there may be reasons. */
function mustSucceed(chosen: Chosen, why: string | undefined): string | undefined {
  const { book, template } = chosen;
  if (template.name === 'firm.shares.create' && why === undefined && namesAll(chosen))
    return 'refused to share what may be shared';
  if (template.name === 'session.create' && book.family === 'a') return 'refused whose password it is';
  return undefined;
}

/** The ids in the input that are there, here or at another firm, and that the caller may not see. */
function hiddenIds({ books }: Sweep, { book, caller, input, template }: Chosen): Set<string> {
  const hidden = new Set<string>();
  // The one way into a sealed case, written down and told.
  if (template.name === 'firm.cases.openSeal' && isAdmin(book, caller.viewer)) return hidden;
  for (const id of idsIn(JSON.stringify(input))) {
    const thing = book.things.get(id);
    if (thing ? !sees(book, caller.viewer, thing) : isElsewhere(books, book, id)) hidden.add(id);
  }
  return hidden;
}

/** Whether it is of a firm with ids of its own. */
const isElsewhere = (books: Sweep['books'], { family }: Book, id: string) =>
  [...books.values()].some((book) => book.family !== family && book.things.has(id));

/** Whether the book knows everything that the call names: only then it can say what has to be there. */
const namesAll = ({ book, input }: Chosen) =>
  [...idsIn(JSON.stringify(input))].every((id) => book.things.has(id));

/** What is another's and what does not exist give the same bytes, and nothing of either happens. */
async function compareWithMissing(
  sweep: Sweep,
  chosen: Chosen,
  hidden: ReadonlySet<string>,
  given: Given,
): Promise<void> {
  const { book, caller, template, input } = chosen;
  const fail = failing(sweep, chosen, given);
  if (template.endpoint.method !== 'GET' && given.status < 400) fail(`acted on ${[...hidden].join(', ')}`);
  for (const what of foreignIn(given.text, book, caller.viewer)) fail(what);
  const missing = mapIds(input, (id, prefix) => (hidden.has(id) ? newIdLike(prefix) : undefined));
  const other = await ask(sweep, { ...chosen, input: missing });
  if (bytesOf(other) !== bytesOf(given))
    fail(`tells ${[...hidden].join(', ')} from what does not exist: ${given.text} and ${other.text}`);
}

/** The page after, for who was given its cursor, and for somebody who was not. */
async function turnPage(sweep: Sweep, chosen: Chosen, given: Given): Promise<void> {
  const { next: cursor } = JSON.parse(given.text) as { next?: string | null };
  if (!cursor || !sweep.random.chance(0.5)) return;
  const turned = { ...chosen, input: { ...chosen.input, cursor } };
  judgeOwn(sweep, turned, await ask(sweep, turned));
  const { book, template } = chosen;
  const thief = sweep.random.pick(sweep.callers.filter(({ letter }) => letter === book.letter));
  if (turnedAway(book, thief, template.endpoint, template.forAdmins)) return;
  const stolen = { ...turned, caller: thief };
  const answer = await ask(sweep, stolen);
  for (const what of foreignIn(answer.text, book, thief.viewer)) failing(sweep, stolen, answer)(what);
}

function succeed({ callers }: Sweep, { book, caller, template, input, marks }: Chosen, given: Given): void {
  const result = given.text === '' ? undefined : JSON.parse(given.text);
  const ofFirm = callers.filter(({ letter }) => letter === book.letter);
  const done = { book, callers: ofFirm, caller, viewer: caller.viewer, input, result };
  applyEffect(template.name, done);
  for (const { field, number } of marks) book.canaries[number] = thingOfText(template.name, field, done);
  const set = given.headers['set-cookie'];
  if (set === undefined || caller.viewer.kind === 'nobody') return;
  if (/max-age=0/i.test(set)) caller.state = 'dead';
  else caller.credential = { cookie: set.split(';', 1)[0]! };
}
