import { describe, expect, test } from 'vitest';
import { isScriptAddress } from '../../../src/app/script-address';
import { closedPage, partsTemplate, styleOf } from '../../../src/build/opening-script';
import { securityPolicy } from '../../../src/build/security-policy';

type Bundle = Parameters<typeof partsTemplate>[0];
type Entry = Parameters<typeof partsTemplate>[1];

const chunk = (fileName: string, imports: readonly string[], isEntry = false) =>
  ({ type: 'chunk', fileName, imports, isEntry }) as unknown as Entry;
const bundleOf = (...chunks: readonly Entry[]): Bundle =>
  Object.fromEntries(chunks.map((each) => [each.fileName, each]));

const app = chunk('assets/app-abcdefgh.js', ['assets/base-abcdefgh.js'], true);
const bundle = bundleOf(
  app,
  chunk('assets/base-abcdefgh.js', []),
  chunk('assets/list-abcdefgh.js', ['assets/app-abcdefgh.js', 'assets/shared-abcdefgh.js']),
  chunk('assets/shared-abcdefgh.js', ['assets/base-abcdefgh.js']),
  chunk('assets/help-a-cd_fgh.js', ['assets/app-abcdefgh.js']),
);

describe('the template of a page’s scripts', () => {
  test('holds all of them back, the entry first, each with what it needs besides what the entry brings', () => {
    expect(
      partsTemplate(bundle, app, [])
        .split('\n')
        .map((line) => line.trim()),
    ).toEqual([
      '<template id="script-parts">',
      '<script src="./assets/app-abcdefgh.js" data-part="./app" data-needs="./base"></script>',
      '<script src="./assets/base-abcdefgh.js" data-part="./base"></script>',
      '<script src="./assets/help-a-cd_fgh.js" data-part="./help"></script>',
      '<script src="./assets/list-abcdefgh.js" data-part="./list" data-needs="./shared"></script>',
      '<script src="./assets/shared-abcdefgh.js" data-part="./shared"></script>',
      '</template>',
    ]);
  });

  test('says what is fetched beside the entry, and where; a part that isn’t there stops the build', () => {
    const media = '(max-width: 600px)';
    const ahead = partsTemplate(bundle, app, [{ parts: ['list'], media }]);
    expect(ahead.match(/data-ahead="[^"]*"/g)).toEqual([`data-ahead="${media}"`]);
    expect(ahead).toContain(`data-part="./list" data-needs="./shared" data-ahead="${media}"`);
    expect(() => partsTemplate(bundle, app, [{ parts: ['list', 'chart'], media }])).toThrow('called ./chart');
  });

  test('has no two of a name, and none that the opening script would not load', () => {
    expect(() => partsTemplate(bundleOf(app, chunk('assets/app-ABCDEFGH.js', [])), app, [])).toThrow('have one name');
    expect(() => partsTemplate(bundleOf(app, chunk('more/list-abcdefgh.js', [])), app, [])).toThrow("wouldn't load");
  });
});

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>T</title>
    <script type="module" crossorigin src="./assets/app-1.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/app-1.css">
    <meta property="og:title" content="T &lt;script>" />
    <script type="application/ld+json">{"a":1}</script>
  </head>
  <body><div id="timeline"></div></body>
</html>
`;
const INSIDE = { template: '<template id="script-parts"></template>', script: "go('$&')", style: "a{content:'$1'}" };

describe('a closed page', () => {
  test('begins with its policy, and has its script and style in it instead of Vite’s tags, before long JSON', () => {
    const lines = closedPage(PAGE, INSIDE)
      .split('\n')
      .map((line) => line.trim());
    const { script, style } = INSIDE;
    expect(lines.slice(2, 11)).toEqual([
      '<head>',
      '<meta charset="utf-8" />',
      `<meta http-equiv="Content-Security-Policy" content="${securityPolicy({ script, style })}" />`,
      '<title>T</title>',
      '<meta property="og:title" content="T &lt;script>" />',
      INSIDE.template,
      `<script>${script}</script>`,
      `<style>${style}</style>`,
      '<script type="application/ld+json">{"a":1}</script>',
    ]);
  });

  test('is one that Vite wrote as it should: nothing else runs or styles', () => {
    for (const more of ['<script type="module" src="./x.js"></script>', '<link rel="modulepreload" href="./x.js">'])
      expect(() => closedPage(PAGE.replace('</head>', `${more}</head>`), INSIDE)).toThrow('besides the one');
    expect(() => closedPage(PAGE.replace('utf-8', 'latin1'), INSIDE)).toThrow('The page has no');
  });

  test('is refused without the one stylesheet', () => {
    const sheet = (source: string | Uint8Array) => ({ 'assets/app-1.css': { type: 'asset', source } }) as never;
    expect(styleOf(sheet('a{}\n'))).toBe('a{}');
    expect(styleOf(sheet(Buffer.from('a{}')), 'assets/app-1.css')).toBe('a{}');
    expect(() => styleOf({})).toThrow('no stylesheet');
  });
});

describe('an address that the opening script loads', () => {
  test.each([
    './assets/app-DVx_-fAt.js',
    './data/syria-2016.js',
    './data/%D1%81%D0%B8%D1%80%D0%B8%D1%8F.js',
    './data/a%20(b).js',
  ])('is one of the build’s: %s', (address) => expect(isScriptAddress(address)).toBe(true));

  test.each([
    null,
    '',
    'assets/app.js',
    '/assets/app.js',
    'https://evil.example/assets/app.js',
    '//evil.example/./assets/app.js',
    './assets/../evil.js',
    './assets/..%2Fevil.js',
    './assets/%2e%2e/evil.js',
    './assets/%2E%2E%2Fevil.js',
    './assets/..\\evil.js',
    './assets/..%5Cevil.js',
    './assets/a/b.js',
    './assets/a.js?x',
    './assets/a.js#x',
    './assets/a.json',
    './assets/a%00.js',
    ' ./assets/a.js',
    './assets/a.js\n',
    './uploads/a.js',
    'data:text/javascript,alert(1)//./assets/a.js',
    'javascript:alert(1)',
  ])('is no other: %j', (address) => expect(isScriptAddress(address)).toBe(false));
});
