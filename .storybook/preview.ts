import type { Preview } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { conditionOf, followSheets, isPartial, showUnder } from '../stories/support/conditions.ts';
import { pageGateway } from '../stories/support/page-gateway.ts';
import './preview.css';

followSheets();

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
    (story, { globals, tags }) => {
      document.documentElement.lang = globals['language'];
      document.documentElement.dir = globals['language'] === 'fa' ? 'rtl' : 'ltr';
      document.documentElement.style.colorScheme = globals['scheme'];
      showUnder(conditionOf(tags));
      return html`
        ${isPartial()
          ? html`<p class="story-note" lang="en" dir="ltr">The palette itself comes from the system: in Chromium, DevTools › Rendering › Emulate CSS media feature forced-colors.</p>`
          : nothing}
        <div class="story-page">${story()}</div>
      `;
    },
  ],
  // The reference gateway itself, with its own migrations, on a PostgreSQL that runs inside the page.
  loaders: [async () => ({ gateway: await pageGateway() })],
  parameters: { layout: 'fullscreen', a11y: { test: 'error' }, controls: { expanded: true } },
};
export default preview;
