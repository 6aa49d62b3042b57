import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headersFor, readHeaderRules } from '../../support/sample-headers';

const root = resolve(import.meta.dirname, '../../..');

/**
 * What every answer is to be sent with. The pages carry the hashes of what may run in them: a second policy about
 * scripts or styles would stop them.
 */
const EVERYWHERE = {
  'content-security-policy': 'frame-ancestors *',
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

function sample(name: string): string {
  return readFileSync(resolve(root, 'docs/hosting', name), 'utf8');
}

/** What a file for nginx says outside all blocks: the names of blocks, and directives. */
function topLevel(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => /^[a-z]/.test(line))
    .map((line) => line.replace(/ \{$/, ''));
}

describe('the sample headers', () => {
  test('for Netlify and Cloudflare Pages say who may frame the page, and keep only what is named by its content', () => {
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

  test.each(['nginx.conf', 'nginx-folder.conf'])('for nginx say the same in each location: %s', (name) => {
    const [outside = '', ...locations] = sample(name).split(/^\s*location /m);
    expect(outside).not.toContain('add_header ');
    const said = locations.map((text) => setIn(text, /^\s*add_header ([\w-]+) "([^"]*)"(?: always)?;$/gm));
    expect(said).toEqual([
      { ...EVERYWHERE, 'cache-control': 'no-cache' },
      { ...EVERYWHERE, 'cache-control': FOREVER },
    ]);
  });

  test('for nginx are a server of its own, or locations alone: nothing that a server’s block may have already', () => {
    expect(topLevel(sample('nginx.conf'))).toEqual(['server']);
    expect(topLevel(sample('nginx-folder.conf'))).toEqual(['location ^~ /timeline/']);
  });

  test.each(['nginx.conf', 'nginx-folder.conf', '.htaccess'])(
    'name the type of every file that the build writes, send texts compressed and as UTF-8: %s',
    (name) => {
      const text = sample(name).replaceAll(/^\s*#.*$/gm, '');
      const types = new Map(
        [...text.matchAll(/^\s*(?:AddType )?([a-z]+\/[a-z+]+) \.?(\w+);?$/gm)].map(([, type, ending]) => [
          ending,
          type,
        ]),
      );
      expect([...types.keys()].toSorted()).toEqual(['css', 'csv', 'html', 'js', 'json', 'md', 'png', 'svg']);
      const texts = [...types.values()].filter((type) => type !== 'image/png' && type !== 'text/html');
      for (const list of text.match(/^\s*(?:gzip_types|charset_types|AddOutputFilterByType DEFLATE) .*$/gm) ?? [])
        for (const type of texts) expect(list.split(/[ ;]/), list).toContain(type);
    },
  );

  test('for Apache say the same', () => {
    const text = sample('.htaccess');
    const [all = '', hashed = ''] = text.split(/<If /);
    const set = /^\s*Header (?:always )?set ([\w-]+) "([^"]*)"$/gm;
    expect(setIn(all, set)).toEqual({ ...EVERYWHERE, 'cache-control': 'no-cache' });
    expect(setIn(hashed, set)).toEqual({ 'cache-control': FOREVER });
    expect(hashed).toMatch(/^"%\{REQUEST_URI\} =~ m#\/assets\/\[\^\/\]\+\$#">/);
  });
});
