/** Shows stories in tests, as Storybook shows them: mocked server, language and theme of the page, then `play`. */
import { render, type TemplateResult } from 'lit';
import { answerWith } from '../../.storybook/mocks.ts';
import { stateFor } from '../../packages/elements/src/state/index.ts';
import { seek } from './act.ts';
import { apiOf } from './api.ts';

/** A module of stories; `default` is what they have in common. */
export interface Stories {
  readonly default: object;
  readonly [name: string]: object;
}

type Mocks = NonNullable<Parameters<typeof answerWith>[0]>;

export interface ShowOptions {
  readonly scheme?: 'light' | 'dark';
  /** Pixels that the page gives it. */
  readonly width?: number;
  /** Without `play`: the test acts itself. */
  readonly still?: boolean;
}

/** What is used of a story, with what its module has in common. */
interface Story {
  readonly title?: string;
  readonly globals?: { readonly lang?: string; readonly dir?: string };
  readonly parameters?: { readonly msw?: Mocks };
  readonly beforeEach?: (context: object) => unknown;
  readonly play?: (context: object) => Promise<void>;
  readonly render: (args: object, context: object) => TemplateResult;
}

const page = document.documentElement;
let canvas: HTMLElement | undefined;
let forget: (() => void) | undefined;
let count = 0;

/** The names of the stories of a module. */
export const namesOf = (stories: Stories): string[] =>
  Object.keys(stories).filter((name) => name !== 'default');

/** Some stories of a module. */
export const only = (stories: Stories, wanted: (name: string) => boolean): Stories =>
  Object.fromEntries(
    Object.entries(stories).filter(([name]) => name === 'default' || wanted(name)),
  ) as unknown as Stories;

/** The same story, but answered by these first. */
export function answering(stories: Stories, name: string, ...first: Mocks): Stories {
  const story = stories[name] as Partial<Story>;
  const msw = [...first, ...(story.parameters?.msw ?? [])];
  return { ...stories, [name]: { ...story, parameters: { ...story.parameters, msw } } };
}

/** Puts a story on the page, in the place of the one before, and resolves when it shows what it is about. */
export async function show(
  stories: Stories,
  name: string,
  { scheme = 'light', width, still }: ShowOptions = {},
): Promise<HTMLElement> {
  const common = stories.default as Story;
  const own = stories[name] as Partial<Story>;
  const story: Story = { ...common, ...own, parameters: { ...common.parameters, ...own.parameters } };
  const stage = prepare(scheme, width, story.globals);
  stage.classList.toggle('loads', name.endsWith('Loading'));
  await answerWith(story.parameters?.msw);

  // An id, and so an address of the server, of its own: nothing is cached from an earlier showing.
  const id = `${common.title}-${name}-${++count}`.toLowerCase();
  const context = {
    id,
    name,
    parameters: story.parameters,
    globals: story.globals ?? {},
    canvasElement: stage,
  };
  await story.beforeEach?.(context);
  // What a test has typed would keep the browser from leaving the page.
  forget = () => stateFor(apiOf(id)).drafts.clear();
  render(story.render({}, context), stage);
  await settled(stage);
  if (!still) await story.play?.(context);
  await settled(stage);
  return stage;
}

function prepare(
  scheme: 'light' | 'dark',
  width: number | undefined,
  globals: Story['globals'],
): HTMLElement {
  clear();
  page.lang = globals?.lang ?? 'en';
  page.dir = globals?.dir ?? 'ltr';
  page.style.colorScheme = scheme;
  page.style.background = scheme === 'dark' ? '#16181d' : '#fff';
  canvas = document.createElement('main');
  if (width) canvas.style.inlineSize = `${width}px`;
  document.body.append(canvas);
  return canvas;
}

/** Takes the story away. */
export function clear(): void {
  canvas?.remove();
  canvas = undefined;
  forget?.();
  forget = undefined;
  page.removeAttribute('style');
}

/**
 * Resolves when nothing has been rendered for a moment, or after a second for what never comes to rest. What is still
 * being loaded is not at rest, on a busy machine for seconds, unless the story is about loading.
 */
export async function settled(stage: HTMLElement): Promise<void> {
  const begun = performance.now();
  const loading = () => !stage.matches('.loads') && seek(stage, '.skeleton') !== undefined;
  let words = '';
  let quiet = 0;
  while (quiet < 3 && performance.now() < begun + (loading() ? 6000 : 1000)) {
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = wordsOf(stage);
    quiet = now === words && now.trim() !== '' && !loading() ? quiet + 1 : 0;
    words = now;
  }
}

/** Everything that a story says, through shadow roots and slots: what is seen and what is only read out. */
export function wordsOf(within: ParentNode): string {
  const slotted = within instanceof HTMLSlotElement ? within.assignedNodes() : [];
  return [...(slotted.length ? slotted : within.childNodes)]
    .map((node) => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element) || node instanceof HTMLStyleElement) return '';
      return wordsOf(node.shadowRoot ?? node);
    })
    .join(' ')
    .replace(/\s+/g, ' ');
}
