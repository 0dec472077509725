import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { conditionOf, conditions, type Condition } from '../../stories/support/conditions.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { buildStorybook, type StoryEntry } from '../support/storybook.ts';
import { watchedPage } from '../support/watched-page.ts';

const storybook = await buildStorybook();
const browser = await launchBrowser();
/** One page for all stories: the gateway in it starts once. */
const watched = await watchedPage(await browser.newContext({ viewport: { width: 800, height: 900 }, locale: 'fa-IR' }));
const { page } = watched;
await page.addInitScript({ path: fileURLToPath(new URL('look.js', import.meta.url)) });

before(async () => {
  await page.goto(`${storybook.url}/iframe.html?viewMode=story&id=tokens--colours`);
  await page.waitForFunction(`/finished|errored/.test(globalThis.__STORYBOOK_PREVIEW__?.currentRender?.phase)`, undefined, { timeout: 240_000 });
});
after(async () => {
  await browser.close();
  await storybook.close();
});

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>;
const plain: Media = { media: 'screen', forcedColors: 'none', contrast: 'no-preference', reducedMotion: 'no-preference', colorScheme: 'light' };
const asked: Record<Condition, Media> = {
  'forced-colors': { forcedColors: 'active' },
  'more-contrast': { contrast: 'more' },
  'reduced-motion': { reducedMotion: 'reduce' },
  print: { media: 'print' },
};

interface Finished {
  status: string;
  reporters: { type: string; result?: { violations?: { id: string; nodes: { html: string; failureSummary?: string }[] }[] } }[];
}

/** Opens a story in the preview's own way, under what a system may ask for, and waits until it has been played. */
async function open({ id }: StoryEntry, media: Media = {}): Promise<Finished> {
  watched.errors.length = 0;
  await page.emulateMedia({ ...plain, ...media });
  return page.evaluate(`new Promise((resolve, reject) => {
    const channel = __STORYBOOK_ADDONS_CHANNEL__;
    const limit = setTimeout(() => reject(new Error('It did not come to its end within 20 s.')), 20_000);
    const finished = (told) => {
      if (told.storyId !== ${JSON.stringify(id)}) return;
      clearTimeout(limit);
      channel.off('storyFinished', finished);
      resolve(told);
    };
    channel.on('storyFinished', finished);
    channel.emit('setCurrentStory', { storyId: ${JSON.stringify(id)}, viewMode: 'story' });
  })`);
}

/** Asks what can be seen: an expression of look.js. */
const look = <T>(expression: string): Promise<T> => page.evaluate(`look.${expression}`);
const none = async (expression: string, sentence: string) => assert.deepEqual(await look<string[]>(expression), [], sentence);

/** Goes through the story by the keyboard. */
async function walkByKeyboard(): Promise<void> {
  await look('leaveFocus()');
  const met: string[] = [];
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const at = await look<{ name: string; seen: boolean } | undefined>('focus()');
    if (!at) break;
    assert.ok(at.seen, `the focus is not seen on ${at.name}`);
    met.push(at.name);
  }
  assert.ok(met.length > 0, 'nothing takes the focus');
}

/** What a story under a condition must show. */
const holds: Record<Condition, () => Promise<void>> = {
  'forced-colors': async () => {
    await none('withoutEdge()', 'controls have an edge that is seen');
    await none('pale(4.5)', 'text is seen');
    await walkByKeyboard();
  },
  'more-contrast': async () => {
    await none(`paleLines('.card, .answer, .tile, .chip, .input, select, .option, .result', 4.5)`, 'lines are as strong as text');
    await none(`pale(7, { only: '.soft, .hint' })`, 'secondary text is as strong as text');
    await none('pale(4.5)', 'text is seen');
    await walkByKeyboard();
  },
  'reduced-motion': async () => {
    assert.ok((await look<number>('skeletons()')) > 0, 'places that wait are shown');
    assert.equal(await look('moving()'), 0, 'nothing moves');
  },
  print: async () => {
    await none(`shown('.button, .link, .toggle, .clear, [type="submit"]')`, 'paper has no buttons');
    await none('pale(4.5, { paper: true })', 'text is dark enough for white paper');
    await page.evaluate(`document.documentElement.style.colorScheme = 'dark'`);
    await none('pale(4.5, { paper: true })', 'it is also when the page was dark');
    await page.evaluate(`document.querySelectorAll('.story-page > *').forEach((each) => each.setAttribute('theme', 'dark'))`);
    await none('pale(4.5, { paper: true })', 'it is also when the element was told to be dark');
  },
};

/** Elements that have something to look at. */
const elements = [...new Set(storybook.stories.map(({ title }) => title).filter((title) => title.startsWith('Elements/') && title !== 'Elements/desk-config'))];

test('every element has its four states, and what a system may ask for, as stories', () => {
  assert.ok(elements.length >= 5, elements.join());
  for (const title of elements) {
    const own = storybook.stories.filter((story) => story.title === title);
    for (const state of ['Idle', 'Pending', 'Ready', 'Failed']) assert.ok(own.some(({ name }) => name === state), `${title} has no story “${state}”`);
    for (const name of Object.keys(conditions)) assert.ok(own.some(({ tags }) => tags.includes(name)), `${title} has no story with the tag “${name}”`);
  }
});

for (const story of storybook.stories) {
  const condition = conditionOf(story.tags);
  test(`${story.title}: ${story.name}`, async () => {
    const { status, reporters } = await open(story, condition && asked[condition]);
    if (condition) {
      assert.ok(await look(`holds(${JSON.stringify(conditions[condition])})`), 'the browser asks for it');
      await holds[condition]();
    } else {
      const violations = reporters.flatMap(({ result }) => result?.violations ?? []);
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), [], 'it is accessible');
      assert.equal(status, 'success');
    }
    // One story is about a wrong configuration, which the console tells the webmaster.
    assert.deepEqual(watched.errors.filter((error) => !/^Mizban: .*ftp:\/\/no/s.test(error)), []);
  });
}

for (const title of elements) {
  const pending = storybook.stories.find((story) => story.title === title && story.name === 'Pending')!;
  test(`${title}: what waits is seen where colours are forced`, async () => {
    await open(pending, asked['forced-colors']);
    assert.ok((await look<number>('skeletons()')) > 0, 'places that wait are shown');
    await none('invisibleSkeletons()', 'they have an edge');
  });
}

test('what stands still where it is asked for moves elsewhere', async () => {
  const moving = [];
  for (const story of storybook.stories.filter(({ name, title }) => name === 'Pending' && elements.includes(title))) {
    await open(story);
    moving.push(await look<number>('moving()'));
  }
  assert.ok(moving.some((count) => count > 0), `elements in ${elements.join()} that move: ${moving.join()}`);
});
