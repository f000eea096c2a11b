/** Storybook: a story per state of every element, answered by mocks of the contract. */
import type { StorybookConfig } from '@storybook/web-components-vite';
import { msw } from 'msw/vite';
import { defaultClientConditions, mergeConfig } from 'vite';
import { jsonModules } from './json-modules.ts';

const config: StorybookConfig = {
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y'],
  framework: '@storybook/web-components-vite',
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      plugins: [msw({ mode: 'worker-only' }), jsonModules()],
      resolve: { conditions: ['casefront-source', ...defaultClientConditions] },
      build: { chunkSizeWarningLimit: 4000 },
    }),
};
export default config;
