import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { describe, expect, test } from 'vitest';
import { inlineDataset } from '../../../src/build/inline-dataset';
import { inlineText, policyTag, securityPolicy } from '../../../src/build/security-policy';
import { shipDatasets } from '../../../src/build/ship-datasets';

interface Tag {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children?: string;
  readonly injectTo: string;
}

/** What a plugin makes of a page; the context of Vite's own isn't used by ours. */
function transform(plugin: Plugin, html = ''): string | Tag[] {
  const hook = plugin.transformIndexHtml as unknown as
    | ((text: string) => string | Tag[])
    | { handler: (text: string) => string | Tag[] };
  return typeof hook === 'function' ? hook(html) : hook.handler(html);
}

function inlined(json: string): Tag {
  const root = mkdtempSync(join(tmpdir(), 'inline-'));
  writeFileSync(join(root, 'set.json'), json);
  const plugin = inlineDataset({ file: 'set.json', id: 'held' });
  (plugin.configResolved as (config: { root: string }) => void)({ root });
  return (transform(plugin) as Tag[])[0]!;
}

describe('the inlined dataset', () => {
  test('can’t end its script element or open a comment in it, and reads back as it was', () => {
    const nasty = {
      title: '</script><script>alert(1)</script>',
      note: '<!-- <script',
      line: 'a\u2028b\u2029c',
      quote: '\\u003c "x" \\',
      amp: '&lt; &amp;',
    };
    const { tag, attrs, children, injectTo } = inlined(JSON.stringify(nasty, undefined, 2));
    expect([tag, injectTo, attrs]).toEqual(['script', 'body', { type: 'application/json', id: 'held' }]);
    expect(children).not.toContain('<');
    expect(JSON.parse(children!)).toEqual(nasty);
  });

  test('is the shipped dataset, whole', () => {
    const json = readFileSync('data/syria-cessation-2016.json', 'utf8');
    expect(JSON.parse(inlined(json).children!)).toEqual(JSON.parse(json));
  });

  test('stops the build where the file is missing or no JSON, and names it', () => {
    expect(() => inlined('{ "a": ')).toThrow('set.json is not valid JSON');
    expect(() => transform(inlineDataset({ file: 'no-such.json', id: 'x' }))).toThrow("no-such.json can't be read");
  });
});

describe('the policy of a page', () => {
  test('knows its one script and its style by their hashes, and lets the script load others', () => {
    const [script, style] = ['go()', 'p{color:red}'];
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(securityPolicy({ script, style })).toBe(
      `default-src 'none'; script-src ${hash(script)} 'strict-dynamic'; style-src ${hash(style)}; img-src 'self' data: blob:; ` +
        "connect-src http: https:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
  });

  test('of a page without a script lets none run, and nothing be asked for', () => {
    const policy = securityPolicy({ style: 'p{}' });
    expect(policy).not.toMatch(/script-src|connect-src|strict-dynamic/);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  test('never counts on what an opaque origin isn’t for what runs, styles or is fetched', () => {
    expect(securityPolicy({ script: 'x', style: 'y' })).not.toMatch(/(?:script|style|connect)-src[^;]*'self'/);
    expect(policyTag("a 'b'")).toBe(`<meta http-equiv="Content-Security-Policy" content="a 'b'" />`);
  });
});

describe('what stands in a page itself', () => {
  test.each(['</script>', 'a < b; "</SCRIPT x"', '<!-- x', 'let a = "\u00e9"', '"\u2028"', 'a\r\nb'])(
    'is no script that would end, hide or read otherwise: %j',
    (text) => expect(() => inlineText('script', text)).toThrow("The page's own script can't stand in it"),
  );

  test('is a style in ASCII that says the same', () => {
    expect(inlineText('style', ".a::after{content:'é – 😀f'}")).toBe(".a::after{content:'\\e9  \\2013  \\1f600 f'}");
    expect(() => inlineText('style', 'a{}</style>')).toThrow("The page's own style can't stand in it");
    expect(inlineText('style', '@media (width<=9px){a{}}')).toBe('@media (width<=9px){a{}}');
    expect(inlineText('script', "if (a < b) c('</style>')")).toContain('</style>');
  });
});

test('datasets are shipped byte for byte, schemas and other files are not', () => {
  const root = mkdtempSync(join(tmpdir(), 'ship-'));
  for (const name of ['b.json', 'a.json', 'schema.json', 'dataset.schema.json', 'notes.md', 'my-schema.json'])
    writeFileSync(join(root, name), `{"name": "${name}"}\n`);
  const plugin = shipDatasets(root);
  (plugin.configResolved as (config: { root: string }) => void)({ root: '/' });
  const emitted: { fileName: string; source: Buffer }[] = [];
  (plugin.generateBundle as unknown as (this: unknown) => void).call({
    emitFile: (file: { fileName: string; source: Buffer }) => emitted.push(file),
  });
  expect(emitted.map(({ fileName }) => fileName)).toEqual(['data/a.json', 'data/b.json']);
  expect(emitted[0]!.source.toString()).toBe('{"name": "a.json"}\n');
});
