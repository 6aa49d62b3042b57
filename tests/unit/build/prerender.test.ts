import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { HtmlTagDescriptor } from 'vite';
import { beforeAll, describe, expect, test } from 'vitest';
import { prerender } from '../../../src/build/prerender';
import { securityPolicy } from '../../../src/build/security-policy';

const root = resolve(import.meta.dirname, '../../..');
const PAGE = readFileSync(resolve(root, 'index.html'), 'utf8');
const STYLE = "a::after{content:'x'}";
const OWN = 'syria-cessation-2016';

interface Built {
  readonly html: string;
  readonly tags: readonly HtmlTagDescriptor[];
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly said: readonly string[];
}

/** What the plugin makes of the page and emits beside it, as Vite would run it. */
async function build(
  site: string | undefined,
  { folder = 'data', own = OWN, page = PAGE }: { folder?: string; own?: string; page?: string } = {},
): Promise<Built> {
  const plugin = prerender({ folder, own, site });
  const said: string[] = [];
  const files = new Map<string, string | Uint8Array>();
  (plugin.configResolved as (config: object) => void)({ root, logger: { info: (text: string) => said.push(text) } });
  (plugin.buildStart as () => void)();
  const made = await (
    plugin.transformIndexHtml as {
      handler: (html: string) => Promise<string | { html: string; tags: HtmlTagDescriptor[] }>;
    }
  ).handler(page);
  const emit = {
    emitFile: ({ fileName, source }: { fileName: string; source: string | Uint8Array }) =>
      void files.set(fileName, source),
  };
  await (
    plugin.generateBundle as { handler: (this: object, options: object, bundle: object) => Promise<void> }
  ).handler.call(emit, {}, { 'assets/app-1.css': { type: 'asset', source: STYLE }, 'demo.css': {} });
  return { ...(typeof made === 'string' ? { html: made, tags: [] } : made), files, said };
}

const attrsOf = ({ tags }: Built, name: string) =>
  tags
    .filter(({ attrs }) => (attrs?.['property'] ?? attrs?.['rel']) === name)
    .map(({ attrs }) => attrs?.['content'] ?? attrs?.['href']);

let plain: Built;
let placed: Built;
beforeAll(async () => {
  [plain, placed] = [await build(undefined), await build('https://example.org/timeline')];
  // A busy machine may take its time.
}, 60_000);

describe('a build that doesn’t know its address', () => {
  test('writes the page and the further sets, says in one line what it leaves out, and leaves it out', () => {
    const built = plain;
    expect(built.html).toContain(
      '<title>Syria, February 2016: from joint statement to cessation of hostilities</title>',
    );
    expect(built.html.match(/data-event="/g)).toHaveLength(11);
    expect(built.html).not.toContain('This page shows who did what');
    expect([...built.files.keys()]).toEqual(['data/syria-diplomacy-2011-2016.html']);
    expect(built.tags.map(({ tag, attrs }) => [tag, attrs?.['type']])).toEqual([['script', 'application/ld+json']]);
    expect(built.said).toEqual([
      'SITE_URL is not set: the build has no canonical links, Open Graph tags or oEmbed document.',
    ]);
  });

  test('gives every HTML file a policy and its style', () => {
    const page = String(plain.files.get('data/syria-diplomacy-2011-2016.html'));
    expect(page).toContain(`content="${securityPolicy({ style: STYLE }).replaceAll("'", '&#39;')}"`);
    expect(page).toContain(`<style>${STYLE}</style>`);
    expect(page.match(/data-event="/g)).toHaveLength(58);
  });
});

describe('a build with SITE_URL', () => {
  test('has canonical links, Open Graph, an oEmbed document and a card, all below that address', () => {
    const built = placed;
    expect(attrsOf(built, 'canonical')).toEqual(['https://example.org/timeline/']);
    expect(attrsOf(built, 'alternate')).toEqual(['https://example.org/timeline/oembed.json']);
    expect(attrsOf(built, 'og:image')).toEqual(['https://example.org/timeline/card.png']);
    expect(JSON.parse(String(built.files.get('oembed.json'))).html).toContain(
      'src="https://example.org/timeline/?embed=1"',
    );
    expect(built.files.get('data/syria-diplomacy-2011-2016.html')).toContain(
      '<link rel="canonical" href="https://example.org/timeline/data/syria-diplomacy-2011-2016.html" />',
    );
    expect(built.said).toEqual([]);
    const card = Buffer.from(built.files.get('card.png') as Uint8Array);
    expect(card.subarray(1, 4).toString()).toBe('PNG');
    expect([card.readUInt32BE(16), card.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('gives the same bytes again', async () => {
    const [first, second] = [placed, await build('https://example.org/timeline/')];
    expect(second.html).toBe(first.html);
    expect(second.files.size).toBe(first.files.size);
    for (const [name, source] of first.files)
      expect(Buffer.from(second.files.get(name) ?? '').equals(Buffer.from(source)), name).toBe(true);
  });

  test('stops where it is no address', () => {
    expect(() => prerender({ folder: 'data', own: OWN, site: 'example.org' })).toThrow('no absolute http(s) address');
  });
});

test('rare forms of dates are read at build as the page reads them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sets-'));
  writeFileSync(
    join(folder, 'rare.json'),
    JSON.stringify({
      schemaVersion: '1.0',
      id: 'rare',
      title: 'Rare',
      events: ['2016-2X', '201X', '2016-21', '2016-02~'].map((date, i) => ({
        id: `e${i}`,
        title: `E${i}`,
        date,
        participants: ['A'],
      })),
    }),
  );
  const { html } = await build(undefined, { folder, own: 'rare' });
  expect(html.match(/data-event="/g)?.length).toBeGreaterThanOrEqual(3);
});

test('a page without a place for it stops the build', async () => {
  await expect(build(undefined, { page: '<html><body></body></html>' })).rejects.toThrow('no <div id="timeline">');
});
