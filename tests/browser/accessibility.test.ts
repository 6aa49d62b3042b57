import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { goToHash, useStage } from '../support/browser-timeline';

const stage = useStage();
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings, each with the first elements it names. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`).join('; ')} (${nodes.length})`);
}

const VIEWS = [
  ['as it opens', 'view=timeline'],
  ['filtered', 'view=timeline&countries=RU&roles=acting,sponsor'],
  ['an actor, others pinned', 'view=timeline&actor=sergey-lavrov&compare=john-kerry,vladimir-putin'],
  ['the list', 'view=list'],
  ['an event selected', 'view=timeline&event=ev-lavrov-kerry-call'],
] as const;

describe('axe has nothing serious to say', () => {
  test.each([
    [1440, 900, 'light'], [1440, 900, 'dark'], [390, 844, 'light'], [390, 844, 'dark'],
  ] as const)('at %i x %i, %s', async (width, height, colorScheme) => {
    const { page } = await stage.open({ viewport: { width, height }, colorScheme, context: { reducedMotion: 'reduce' } });
    // From outside the page, where its policy has no say.
    await page.evaluate(axeSource);
    const found: string[] = [];
    for (const [name, hash] of VIEWS) {
      await goToHash(page, hash);
      await page.locator(hash.startsWith('view=list') ? '.dt-list' : '.dt-chart[data-settled="yes"]').waitFor();
      await page.waitForFunction((at) => location.hash.includes(at), hash.split('&')[0]!);
      found.push(...(await findings(page)).map((finding) => `${name}: ${finding}`));
    }
    expect(found).toEqual([]);
  });
});
