import { firefoxPath } from '../tools.mjs';

/** @import { Desktop } from './desktop.mjs' */

/**
 * Starts Firefox on a desktop, to be seen, and with its tree for assistive technology. `goTo` resolves when the
 * timeline on the page has loaded all its parts and has come to rest.
 * @param {Desktop} desktop
 */
export async function startFirefox(desktop) {
  const executablePath = firefoxPath();
  if (executablePath === undefined) throw new Error('FIREFOX=none leaves Firefox out');
  const { default: puppeteer } = await import('puppeteer-core');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: false,
    env: { ...desktop.env },
    defaultViewport: null,
    timeout: 90_000,
    args: ['--width=1440', '--height=1000'],
    extraPrefsFirefox: {
      'accessibility.force_disabled': -1,
      'intl.accept_languages': 'en-US',
      'browser.shell.checkDefaultBrowser': false,
    },
  });
  const [page] = await browser.pages();
  if (page === undefined) throw new Error('Firefox opened no page');
  return {
    /** @param {string} address */
    goTo: async (address) => {
      // Two addresses may differ in their fragment alone, and would be one page.
      await page.goto('about:blank');
      await page.goto(address);
      await page.waitForSelector('[data-timeline-parts]', { timeout: 60_000 });
    },
    /** Runs in the page. @param {string} script */
    run: (script) => page.evaluate(script),
    close: () => void browser.process()?.kill('SIGKILL'),
  };
}
