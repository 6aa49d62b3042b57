import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe-page';
import { forgive, useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import { PAGE_STATES } from '../support/page-states';
import type { PageState } from '../support/page-states';
import { WRITING_STATES } from '../support/writing-states';

const stage = useStage();

const THEMES = ['light', 'dark', 'forced colours'] as const;
const SIZES = [
  [1440, 900],
  [768, 1024],
  [390, 844],
  [320, 640],
] as const;
const LOOKS = THEMES.flatMap((theme) => SIZES.map(([width, height]) => ({ theme, width, height })));

/**
 * Every state in every look; each state begins with another look, so that a slice meets every state, theme and width.
 */
const CASES = PAGE_STATES.flatMap((state, at) =>
  LOOKS.map((_, turn) => {
    // Five is prime to the twelve looks, and goes through themes and widths at once.
    const look = LOOKS[(5 * at + turn) % LOOKS.length]!;
    return { ...look, state, name: state.name };
  }),
);

function mediaOf(theme: (typeof THEMES)[number]) {
  return {
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    context: { reducedMotion: 'reduce', forcedColors: theme === 'forced colours' ? 'active' : 'none' },
  } as const;
}

test('the slice meets every state, every theme and every width', () => {
  const slice = CASES.filter((_, index) => index % LOOKS.length === 0);
  expect(new Set(slice.map(({ name }) => name)).size).toBe(PAGE_STATES.length);
  expect(new Set(slice.map(({ theme }) => theme)).size).toBe(THEMES.length);
  expect(new Set(slice.map(({ width }) => width)).size).toBe(SIZES.length);
});

/** Opens the state as the options ask, and has axe look at it. */
async function expectNone(
  { query, hash, reach, forgiven, isFresh = false }: PageState,
  options: Parameters<typeof stage.open>[0],
): Promise<void> {
  const opened = await stage.open({
    ...options,
    fresh: isFresh,
    ...(query === undefined ? {} : { query }),
    ...(hash === undefined ? {} : { hash }),
  });
  await reach(opened.page);
  expect(await axeFindings(opened.page)).toEqual([]);
  if (forgiven !== undefined) await forgive(opened, forgiven);
}

describe('axe finds nothing', () => {
  test.each(sliceOf(CASES, LOOKS.length))('$name, $theme, $width wide', async ({ state, theme, width, height }) => {
    await expectNone(state, { viewport: { width, height }, ...mediaOf(theme) });
  });

  const IN_LANGUAGES = ['ru', 'ar', 'fr'].flatMap((language) =>
    WRITING_STATES.flatMap((state) =>
      [SIZES[0], SIZES[2]].map(([width, height]) => ({ language, state, name: state.name, width, height })),
    ),
  );
  test.each(sliceOf(IN_LANGUAGES, IN_LANGUAGES.length))(
    '$name, in $language, $width wide',
    async ({ state, language, width, height }) => {
      const { query, ...rest } = state;
      await expectNone(
        { ...rest, query: [`lang=${language}`, query ?? ''].filter(Boolean).join('&') },
        { viewport: { width, height }, ...mediaOf('light') },
      );
    },
  );

  const EMBEDS = SIZES.flatMap(([width, height]) => THEMES.map((theme) => ({ width, height, theme })));
  test.each(sliceOf(EMBEDS, EMBEDS.length))(
    'on the page that shows the ways to embed, $theme, $width wide, in each of its frames too',
    async ({ width, height, theme }) => {
      const { page } = await stage.open({
        url: `${stage.url()}demo.html`,
        until: 'load',
        viewport: { width, height },
        ...mediaOf(theme),
      });
      const frames = page.locator('iframe');
      for (let at = 0; at < (await frames.count()); at += 1) {
        // They load when they come into sight, and are whole before the next is gone to.
        await frames.nth(at).scrollIntoViewIfNeeded();
        await frames
          .nth(at)
          .contentFrame()
          .locator('.dt-app[data-timeline-state="ready"][data-timeline-parts="here"]')
          .waitFor();
      }
      await page.locator('#inline .dt-app[data-timeline-parts="here"]').waitFor();
      const found: string[] = [];
      for (const frame of page.frames())
        found.push(...(await axeFindings(frame)).map((finding) => `${new URL(frame.url()).pathname}: ${finding}`));
      expect(found).toEqual([]);
    },
  );
});
