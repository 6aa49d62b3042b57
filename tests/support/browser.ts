import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from '../../.ci/tools.mjs';

/**
 * Starts a headless Chromium that talks to nobody by itself and draws the same colours on every machine; `more` are
 * further switches.
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-gpu',
      '--disable-quic',
      '--force-color-profile=srgb',
      ...more,
    ],
  });
}
