/** The switches above every story. */
import type { Preview } from '@storybook/web-components-vite';

const choice = (title: string, icon: string, ...items: { value: string; title: string }[]) => ({
  toolbar: { title, icon, items, dynamicTitle: true },
});

export const toolbar = {
  initialGlobals: { scheme: 'light', lang: 'en', dir: 'ltr', width: 'full' },
  globalTypes: {
    scheme: choice('Theme', 'contrast', { value: 'light', title: 'Light' }, { value: 'dark', title: 'Dark' }),
    lang: choice('Language', 'globe', { value: 'en', title: 'English' }, { value: 'es', title: 'Español' }),
    dir: choice(
      'Direction',
      'transfer',
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ),
    width: choice(
      'Width',
      'mobile',
      { value: 'full', title: 'Full width' },
      { value: '360', title: '360 px' },
    ),
  },
} satisfies Preview;
