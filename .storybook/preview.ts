import type { Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { pageGateway } from '../stories/support/page-gateway.ts';
import './preview.css';

const preview: Preview = {
  globalTypes: {
    language: {
      description: 'زبان', defaultValue: 'fa',
      toolbar: { title: 'Language', icon: 'globe', items: [{ value: 'fa', title: 'فارسی' }, { value: 'en', title: 'English' }], dynamicTitle: true },
    },
    scheme: {
      description: 'Theme', defaultValue: 'light',
      toolbar: { title: 'Theme', icon: 'mirror', items: [{ value: 'light', title: 'Light' }, { value: 'dark', title: 'Dark' }], dynamicTitle: true },
    },
  },
  decorators: [
    (story, { globals }) => {
      document.documentElement.lang = globals['language'];
      document.documentElement.dir = globals['language'] === 'fa' ? 'rtl' : 'ltr';
      document.documentElement.style.colorScheme = globals['scheme'];
      return html`<div class="story-page">${story()}</div>`;
    },
  ],
  // The reference gateway itself, with its own migrations, on a PostgreSQL that runs inside the page.
  loaders: [async () => ({ gateway: await pageGateway() })],
  parameters: { layout: 'fullscreen', a11y: { test: 'error' }, controls: { expanded: true } },
};
export default preview;
