import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SECURITY_POLICY } from '../../../src/build/security-policy';
import { headersFor, readHeaderRules } from '../../support/sample-headers';

const root = resolve(import.meta.dirname, '../../..');

/**
 * What every answer is to be sent with. Only the demo page frames anything, and all other pages forbid it themselves.
 */
const EVERYWHERE = {
  'content-security-policy': `${SECURITY_POLICY}; frame-src 'self'; frame-ancestors *`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // A sandboxed frame has no origin: to it the page's own scripts and styles are another's.
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
};
const FOREVER = 'public, max-age=31536000, immutable';

/** Headers set by the lines of a file that match: name, then value in quotes. */
function setIn(text: string, pattern: RegExp): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(pattern)].map(([, name = '', value = '']) => [name.toLowerCase(), value]),
  );
}

describe('the sample headers', () => {
  test('for Netlify and Cloudflare Pages say the policy of the page, and keep only what is named by its content', () => {
    const rules = readHeaderRules();
    for (const path of [
      '/',
      '/index.html',
      '/data/syria-cessation-2016.json',
      '/data/syria-cessation-2016.js',
      '/embed.js',
    ]) {
      expect(headersFor(rules, path), path).toEqual(EVERYWHERE);
    }
    expect(headersFor(rules, '/assets/app-DVxE_fAt.js')).toEqual({ ...EVERYWHERE, 'cache-control': FOREVER });
  });

  test('say no header in two rules that meet, which those hosts would join', () => {
    const [everywhere, ...more] = readHeaderRules();
    expect(everywhere?.path).toBe('/*');
    for (const { path, headers } of more)
      for (const name of Object.keys(headers)) expect(everywhere?.headers, `${path} ${name}`).not.toHaveProperty(name);
  });

  test('for nginx say the same in each location', () => {
    const [outside = '', ...locations] = readFileSync(resolve(root, 'docs/hosting/nginx.conf'), 'utf8').split(
      /^location /m,
    );
    expect(outside).not.toContain('add_header ');
    const said = locations.map((text) => setIn(text, /^\s*add_header ([\w-]+) "([^"]*)"(?: always)?;$/gm));
    expect(said).toEqual([
      { ...EVERYWHERE, 'cache-control': 'no-cache' },
      { ...EVERYWHERE, 'cache-control': FOREVER },
    ]);
  });

  test('for Apache say the same', () => {
    const text = readFileSync(resolve(root, 'docs/hosting/.htaccess'), 'utf8');
    const [all = '', hashed = ''] = text.split(/<If /);
    const set = /^\s*Header (?:always )?set ([\w-]+) "([^"]*)"$/gm;
    expect(setIn(all, set)).toEqual({ ...EVERYWHERE, 'cache-control': 'no-cache' });
    expect(setIn(hashed, set)).toEqual({ 'cache-control': FOREVER });
    expect(hashed).toMatch(/^"%\{REQUEST_URI\} =~ m#\/assets\/\[\^\/\]\+\$#">/);
  });
});
