import { elementChange, upFrom } from './element.ts';
import type { Change } from './change.ts';
import { capitalized, type ElementNames } from './names.ts';

/** An element that says one sentence: the beginning of any other. */
export function plainElement(names: ElementNames, folder: string): Change {
  const { file, words } = names;
  return elementChange({
    names,
    folder,
    element: plainClass(names),
    stories: plainStories(names),
    test: plainTest(names, folder),
    words: {
      en: { title: capitalized(words), body: `What {firm} shows you of ${words}.` },
      es: { title: `${capitalized(file)} (traducir)`, body: `Lo que {firm} le muestra: ${words}.` },
    },
  });
}

const plainClass = ({
  tag,
  file,
  className,
  words,
}: ElementNames) => `import type { PortalClient } from '@casefront/core/client';
import { html, LitElement } from 'lit';
import english from '../locales/en.${file}.json' with { type: 'json' };
import { addEnglish } from '../locales/index.ts';
import { portal } from '../state/index.ts';
import { base } from '../theme/index.ts';
import { focusTitle, title, ui, type HeadingLevel } from '../ui/index.ts';

addEnglish(english);

/**
 * \`<${tag}>\`: ${words}.
 *
 * @slot - Shown by the page itself until the element is defined.
 * @csspart title - The heading.
 */
export class ${className} extends LitElement {
  static override styles = [base, ui];
  static override properties = {
    api: {},
    client: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** Where the server is mounted; not needed inside a \`<portal-provider>\`. */
  api?: string;
  /** A client of your own, in place of \`api\`. */
  client?: PortalClient;
  /** Level of the first heading, 1 to 3. */
  headingLevel: HeadingLevel = 2;

  readonly #portal = portal(this);

  /** Begins reading at the title. */
  override focus(options?: FocusOptions): void {
    focusTitle(this.renderRoot, options);
  }

  override render() {
    const { i18n, firm } = this.#portal;
    return html\`\${title(this.headingLevel, i18n.t('${file}.title'))}
      <p>\${i18n.t('${file}.body', { firm: firm?.name ?? '' })}</p>\`;
  }
}
`;

const plainStories = ({ tag, words }: ElementNames) => `import { world } from '@casefront/core/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../packages/elements/src/define/${tag}.ts';
import { apiOf } from './support/api.ts';
import { inSpanish } from './support/viewers.ts';

const meta: Meta = { title: '${capitalized(words)}', component: '${tag}' };
export default meta;

const render: StoryObj['render'] = (_, { id }) => html\`<${tag} api=\${apiOf(id)}></${tag}>\`;

export const Ready: StoryObj = { render, parameters: { msw: world() } };

export const Spanish: StoryObj = {
  render,
  globals: { lang: 'es' },
  parameters: { msw: [inSpanish, ...world()] },
};
`;

const plainTest = (
  { tag, file, words }: ElementNames,
  folder: string,
) => `import { expect } from '@open-wc/testing';
import * as stories from '${upFrom(folder)}stories/${file}.stories.ts';
import { checkStories } from '${upFrom(folder)}stories/support/check.ts';
import { clear, show, wordsOf } from '${upFrom(folder)}stories/support/show.ts';

describe('<${tag}>', () => {
  afterEach(clear);

  it('says whose ${words} it shows', async () => {
    expect(wordsOf(await show(stories, 'Ready'))).to.contain('Harborview Law');
  });
});

checkStories(stories);
`;
