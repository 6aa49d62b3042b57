import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../.ci/browser.mjs'

/** Starts a headless Chromium that talks to nobody by itself and draws the same colours on every machine. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-gpu',
      '--disable-quic',
      '--force-color-profile=srgb',
    ],
  })
}
