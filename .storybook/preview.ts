/** How every story is shown: the toolbar, the mocked server, the page around the element. */
import type { Preview } from '@storybook/web-components-vite';
import { answerWith } from './mocks.ts';
import { firmPage } from './firm-page.ts';
import { toolbar } from './toolbar.ts';

const preview: Preview = {
  ...toolbar,
  decorators: [firmPage],
  beforeEach: async ({ parameters }) => {
    await answerWith(parameters['msw']);
  },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: { test: 'error' },
  },
};
export default preview;
