import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, svg } from 'lit';
import { tokens } from '../src/core/styles/tokens.ts';

const meta: Meta = { title: 'Tokens' };
export default meta;
type Story = StoryObj;

const swatch = (colour: string) => svg`<svg class="story-swatch" viewBox="0 0 20 20" role="img" aria-label=${colour}><rect width="20" height="20" rx="4" fill=${colour} /></svg>`;

/** Every public colour with its default in light and dark: set `--desk-NAME` on any ancestor to change it. */
export const Colours: Story = {
  render: () => html`
    <table class="story-tokens" dir="ltr">
      <thead><tr><th scope="col">Token</th><th scope="col">Light</th><th scope="col">Dark</th></tr></thead>
      <tbody>
        ${Object.entries(tokens).map(([name, [light, dark]]) => html`<tr>
          <th scope="row"><code>--desk-${name}</code></th><td>${swatch(light)} <code>${light}</code></td><td>${swatch(dark)} <code>${dark}</code></td>
        </tr>`)}
      </tbody>
    </table>
  `,
};
