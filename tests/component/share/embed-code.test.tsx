import { describe, expect, test } from 'vitest';
import { elementCode, iframeCode, inlineCode, pageAddress } from '../../../src/ui/share/embed-code';
import { decodeAddress } from '../../../src/state/address/address';

const HOME = 'https://news.example/timeline/';
const HOSTILE = [
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  '</iframe><img src=x onerror=alert(1)>',
  '</diplomatic-timeline><script>',
  '-->',
  '<!--',
  '</script><script>alert(1)//',
  '&quot;&amp;&lt;',
  'javascript:alert(1)',
  '`${alert(1)}`',
  '\u2028alert(1)\u2029',
  '__proto__',
  '&#x22;',
  'a=b&c=d#e?f',
  'с пробелом, да',
  '100%,%2C',
  '\\"\\\\',
];
const documentOf = (code: string): Document =>
  new DOMParser().parseFromString(`<!doctype html><body>${code}`, 'text/html');
const paramsWith = (text: string) => new URLSearchParams({ hide: 'title', countries: 'RU,US', q: text, event: text });
const target = (text: string) => ({ home: HOME, params: paramsWith(text), title: `Timeline: ${text}` });

describe('the code of an iframe', () => {
  test('is what the contract writes, word for word', () => {
    expect(
      iframeCode(
        {
          home: HOME,
          params: new URLSearchParams({ countries: 'RU,US', from: '2016-02-22' }),
          title: 'Timeline: Talks',
        },
        560,
      ),
    ).toBe(
      '<iframe src="https://news.example/timeline/?embed=1&amp;countries=RU,US&amp;from=2016-02-22" title="Timeline: Talks" loading="lazy" width="100%" height="560" ' +
        'style="border:0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads" ' +
        'allow="fullscreen *; clipboard-write" referrerpolicy="no-referrer"></iframe>',
    );
  });

  test.each(HOSTILE)('holds any text as text: %j', (text) => {
    const { body } = documentOf(iframeCode(target(text), 400));
    expect(body.querySelectorAll('*')).toHaveLength(1);
    const frame = body.querySelector('iframe');
    expect(frame?.title).toBe(`Timeline: ${text}`);
    expect(frame?.getAttributeNames()).toEqual([
      'src',
      'title',
      'loading',
      'width',
      'height',
      'style',
      'sandbox',
      'allow',
      'referrerpolicy',
    ]);
    const src = new URL(frame?.src ?? '');
    expect(src.origin + src.pathname).toBe(HOME);
    expect(decodeAddress(src.searchParams)).toMatchObject({
      view: { q: text, event: text, countries: ['RU', 'US'] },
      options: { embed: true, hide: ['title'] },
      rejections: [],
    });
  });
});

describe('the code of the element', () => {
  test('is its loader, the address as attributes, and a link for where no script runs', () => {
    expect(
      elementCode(
        { home: HOME, params: new URLSearchParams({ theme: 'dark', from: '' }), title: 'Timeline: Talks' },
        560,
      ),
    ).toBe(
      '<script src="https://news.example/timeline/embed.js" async></script>\n' +
        '<diplomatic-timeline src="https://news.example/timeline/" theme="dark" from="" label="Timeline: Talks" style="display:block;min-height:560px">' +
        '<a href="https://news.example/timeline/?theme=dark&amp;from=">Timeline: Talks</a></diplomatic-timeline>',
    );
  });

  test('finds its loader beside a page that is named by its file', () => {
    expect(
      elementCode({ home: 'https://news.example/a/index.html', params: new URLSearchParams(), title: '' }, 560),
    ).toContain('src="https://news.example/a/embed.js"');
  });

  test.each(HOSTILE)('holds any text as text: %j', (text) => {
    const { body } = documentOf(elementCode(target(text), 560));
    expect([...body.querySelectorAll('*')].map(({ localName }) => localName)).toEqual([
      'script',
      'diplomatic-timeline',
      'a',
    ]);
    const element = body.querySelector('diplomatic-timeline');
    expect(element?.getAttributeNames()).toEqual(['src', 'hide', 'countries', 'q', 'event', 'label', 'style']);
    expect([element?.getAttribute('q'), element?.getAttribute('label'), element?.textContent]).toEqual([
      text,
      `Timeline: ${text}`,
      `Timeline: ${text}`,
    ]);
    expect(new URL(element?.querySelector('a')?.href ?? '').searchParams.get('event')).toBe(text);
  });
});

describe('the code for a page’s own document', () => {
  test('says nothing of what is as usual', () => {
    expect(inlineCode({ data: './a.json', heightPx: 480, view: {}, options: {} })).toBe(
      [
        '<div id="timeline" style="--dt-height: 480px"></div>',
        '<script type="module">',
        "import { mountTimeline } from './diplomatic-timeline.js';",
        '',
        "mountTimeline(document.querySelector('#timeline'), {",
        '  src: "./a.json",',
        '});',
        '</script>',
      ].join('\n'),
    );
  });

  test.each(HOSTILE)('holds any text as text: %j', (text) => {
    const { body } = documentOf(
      inlineCode({ data: text, heightPx: 480, view: { q: text, from: null }, options: { hide: ['title'] } }),
    );
    expect([...body.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['div', 'script']);
    const call =
      /mountTimeline\(document[^]*?, (\{[^]*)\);\s*$/u.exec(body.querySelector('script')?.textContent ?? '')?.[1] ?? '';
    // oxlint-disable-next-line no-new-func
    expect(new Function(`return (${call})`)()).toEqual({
      src: text,
      q: text,
      from: null,
      options: { hide: ['title'] },
    });
  });
});

test('an address without parameters has no question mark', () => {
  expect(pageAddress(HOME, new URLSearchParams())).toBe(HOME);
});
