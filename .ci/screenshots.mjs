import { join } from 'node:path';
import { ensureInstalled, fail, root } from './install.mjs';
import { buildPage } from './run-tool.mjs';
import { serveBuilt } from './serve-built.mjs';
import { chromiumPath } from './tools.mjs';

/** @typedef {{ name: string, width: number, height: number, colorScheme: 'light' | 'dark', query?: string }} Picture */

/**
 * The pictures in docs/: the page as a reader first sees it.
 * @type {readonly Picture[]}
 */
const pictures = [
  { name: 'timeline-light.png', width: 1440, height: 900, colorScheme: 'light' },
  { name: 'timeline-dark.png', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'wider-set.png', width: 1440, height: 900, colorScheme: 'light', query: '?set=syria-diplomacy-2011-2016' },
  { name: 'list-phone.png', width: 390, height: 844, colorScheme: 'light' },
  { name: 'list-phone-ru.png', width: 390, height: 844, colorScheme: 'light', query: '?lang=ru' },
  { name: 'list-phone-ar.png', width: 390, height: 844, colorScheme: 'dark', query: '?lang=ar' },
];

/** The same colours on every machine, as in the browser tests. */
const browserArguments = ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'];

try {
  ensureInstalled();
  if ((await buildPage(['--logLevel', 'warn'])) !== 0)
    throw new Error('The page could not be built; the reason is above.');
  await takePictures();
} catch (error) {
  fail(error);
}

async function takePictures() {
  // Only now: before the installation there is nothing to import.
  const { chromium } = await import('playwright-core');
  const server = await serveBuilt();
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: browserArguments });
  try {
    for (const picture of pictures) await takePicture(browser, server.url, picture);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {Picture} picture
 */
async function takePicture(browser, url, { name, width, height, colorScheme, query = '' }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, locale: 'en-US', timezoneId: 'UTC' });
  await page.goto(`${url}${query}`);
  // A chart at rest, or the list where that is the timeline.
  await page.locator('[data-timeline-state="ready"]').locator('[data-settled="yes"], .dt-list').first().waitFor();
  await page.screenshot({ path: join(root, 'docs', name), animations: 'disabled' });
  await page.close();
  console.log(`docs/${name}`);
}
