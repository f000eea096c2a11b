/** The first element of a noun: its list. */
import type { Change } from '../change.ts';
import { elementChange, upFrom } from '../element.ts';
import { capitalized, elementNames, type ElementNames, type NounNames } from '../names.ts';

export function listElement(noun: NounNames): Change {
  const names = elementNames(noun.file);
  return elementChange({
    names,
    folder: noun.file,
    element: listClass(names, noun),
    stories: listStories(names, noun),
    test: listTest(names, noun),
    words: {
      en: {
        title: capitalized(noun.words),
        empty: 'Nothing here yet',
        'empty-body': 'When {firm} adds something, you’ll find it here.',
      },
      es: {
        title: `${capitalized(noun.words)} (traducir)`,
        empty: 'Todavía no hay nada aquí',
        'empty-body': 'Cuando {firm} agregue algo, lo encontrará aquí.',
      },
    },
  });
}

const listClass = (
  { tag, className }: ElementNames,
  { file, noun, One, words }: NounNames,
) => `import type { ${One} } from '@casefront/core';
import type { PortalClient } from '@casefront/core/client';
import { ${noun} } from '@casefront/core/endpoints/${file}';
import { html, LitElement, nothing } from 'lit';
import english from '../locales/en.${file}.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { dataView, pages, portal } from '../state/index.ts';
import { base } from '../theme/index.ts';
import {
  button,
  emptyState,
  focusTitle,
  list,
  moment,
  row,
  title,
  ui,
  type Content,
  type HeadingLevel,
} from '../ui/index.ts';

addEnglish(english);

/**
 * \`<${tag}>\`: the ${words} of a case, latest first.
 *
 * @slot - Shown by the page itself until the element is defined.
 * @csspart title - The heading.
 * @csspart row - An entry; \`row__title\` and \`row__meta\` are inside.
 */
export class ${className} extends LitElement {
  static override styles = [base, ui];
  static override properties = {
    api: {},
    client: { attribute: false },
    caseId: { attribute: 'case-id' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted; not needed inside a \`<portal-provider>\`. */
  api?: string;
  /** A client of your own, in place of \`api\`. */
  client?: PortalClient;
  /** Which case. */
  caseId?: string;
  /** Level of the first heading, 1 to 3. */
  headingLevel: HeadingLevel = 2;

  readonly #portal = portal(this);
  readonly #${noun} = pages(this, ${noun}.list, () => this.caseId && { id: this.caseId });

  /** Begins reading at the title. */
  override focus(options?: FocusOptions): void {
    focusTitle(this.renderRoot, options);
  }

  override render() {
    const { i18n, firm } = this.#portal;
    const empty = () =>
      emptyState({
        title: i18n.t('${file}.empty'),
        body: i18n.t('${file}.empty-body', { firm: firm?.name ?? '' }),
      });
    return html\`\${title(this.headingLevel, i18n.t('${file}.title'))}
    \${dataView(this.#${noun}, { ready: (items) => this.#ready(items), empty })}\`;
  }

  #ready(items: readonly ${One}[]): Content {
    const { i18n } = this.#portal;
    const { hasMore, loadingMore } = this.#${noun};
    const more = () =>
      button(i18n.t('common.list-more'), {
        busy: loadingMore && i18n.t('common.loading'),
        click: () => void this.#${noun}.loadMore(),
      });
    return html\`\${list(items.map((item) => row({ title: item.title, meta: moment(i18n, item.createdAt) })))}
    \${hasMore ? more() : nothing}\`;
  }
}
`;

const listStories = (
  { tag }: ElementNames,
  { file, noun, words }: NounNames,
) => `import { ${noun} } from '@casefront/core/endpoints/${file}';
import { aPage, fixtures, mock, never, problem, world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/${tag}.ts';
import { apiOf } from './support/api.ts';
import { inSpanish, signedOut } from './support/viewers.ts';

const meta: Meta = { title: '${capitalized(words)}', component: '${tag}' };
export default meta;

const render: StoryObj['render'] = (_, { id }) =>
  html\`<${tag} api=\${apiOf(id)} case-id=\${fixtures.cases[0].id}></${tag}>\`;
const answering = (...handlers: ReturnType<typeof world>) => ({ msw: [...handlers, ...world()] });

export const Ready: StoryObj = { render, parameters: answering() };

export const Many: StoryObj = {
  render,
  parameters: answering(mock(${noun}.list, aPage(fixtures.${noun}, 'more'))),
};

export const Empty: StoryObj = { render, parameters: answering(mock(${noun}.list, aPage([]))) };

export const Loading: StoryObj = { render, parameters: answering(mock(${noun}.list, never)) };

export const Failed: StoryObj = { render, parameters: answering(mock(${noun}.list, problem('server.busy'))) };

export const NotFound: StoryObj = { render, parameters: answering(mock(${noun}.list, problem('not-found'))) };

export const SignedOut: StoryObj = {
  render,
  parameters: answering(signedOut, mock(${noun}.list, problem('auth.required'))),
};

export const Spanish: StoryObj = { render, globals: { lang: 'es' }, parameters: answering(inSpanish) };
`;

const listTest = ({ tag }: ElementNames, { file }: NounNames) => `import { expect } from '@open-wc/testing';
import * as stories from '${upFrom(file)}stories/${file}.stories.ts';
import { find, seek } from '${upFrom(file)}stories/support/act.ts';
import { checkStories } from '${upFrom(file)}stories/support/check.ts';
import { clear, show, wordsOf } from '${upFrom(file)}stories/support/show.ts';

describe('<${tag}>', () => {
  afterEach(clear);

  it('lists what there is, in the order of the server', async () => {
    expect(wordsOf(await show(stories, 'Ready'))).to.match(/The second.*The first/);
  });

  it('offers more only where there is more', async () => {
    expect(seek(await show(stories, 'Ready'), '.button')).to.equal(undefined);
    await find(await show(stories, 'Many'), '.button');
  });

  it('says what will be here', async () => {
    expect(wordsOf(await show(stories, 'Empty'))).to.contain('When Harborview Law adds something');
  });
});

checkStories(stories);
`;
