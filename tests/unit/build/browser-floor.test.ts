import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { BROWSER_FLOOR, BROWSER_TARGET } from '../../../src/build/browser-floor';
import { bcd } from '../../support/younger-apis';

const root = resolve(import.meta.dirname, '../../..');
const NAMES = { chrome: 'chrome', edge: 'edge', firefox: 'firefox', safari: 'safari', safari_ios: 'ios' } as const;

test('whoever last took a new browser two years before November 2026, or has an iPhone that stops at iOS 16, has one of those', () => {
  for (const [browser, name] of Object.entries(NAMES)) {
    const releases = Object.entries(bcd.browsers[browser as keyof typeof NAMES].releases);
    const taken = releases.filter(([, { release_date: date }]) => date !== undefined && date <= '2024-11-01');
    const newest = Math.max(...taken.map(([version]) => Number(version)));
    expect(Number(BROWSER_FLOOR[name]), browser).toBeLessThanOrEqual(newest);
  }
  expect(Number(BROWSER_FLOOR.ios)).toBeLessThanOrEqual(16.6);
});

test('what builds the page, the library and the scripts for hosts names them, and nothing else', () => {
  expect(BROWSER_TARGET).toEqual(['chrome120', 'edge120', 'firefox121', 'safari16.4', 'ios16.4']);
  const targets = {
    'vite.config.ts': 'target: BROWSER_TARGET',
    // What writes a server's markup runs in no browser.
    'vite.lib.config.ts': "target: isForNode ? 'node20' : BROWSER_TARGET",
    'src/build/host-scripts.ts': 'target: BROWSER_TARGET',
  };
  for (const [file, target] of Object.entries(targets))
    expect(readFileSync(resolve(root, file), 'utf8').match(/\btarget: [^,]+/g), file).toEqual([target]);
});

test('the page on hosting names the same versions', () => {
  const page = readFileSync(resolve(root, 'docs/hosting.md'), 'utf8');
  const { chrome, edge, firefox, safari, ios } = BROWSER_FLOOR;
  expect([edge, ios]).toEqual([chrome, safari]);
  expect(page).toMatch(new RegExp(`\\| Chrome, Edge [^|]*\\| ${chrome} \\|`));
  expect(page).toMatch(new RegExp(`\\| Firefox \\| ${firefox} \\|`));
  expect(page).toMatch(new RegExp(`\\| Safari [^|]*\\| ${safari.replace('.', '\\.')} \\|`));
});
