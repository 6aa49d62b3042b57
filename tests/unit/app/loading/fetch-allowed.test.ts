import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchAllowed } from '../../../../src/app/loading/fetch-allowed';

const answer = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>();

/** A page at this address; `origin` is `null` in a frame that has none. */
function standsAt(href: string, origin = new URL(href).origin): void {
  vi.stubGlobal('self', { location: new URL(href), origin });
}

beforeEach(() => {
  answer.mockReset().mockResolvedValue(new Response('{}'));
  vi.stubGlobal('fetch', answer);
});

describe('a file of the page’s own host', () => {
  test.each(['https://news.example', 'null'])(
    'is asked for, without credentials; the page’s origin is %s',
    async (origin) => {
      standsAt('https://news.example/t/?embed=1', origin);
      expect(await fetchAllowed('data/calls.json', undefined)).toBeInstanceOf(Response);
      const [url, init] = answer.mock.calls[0]!;
      expect([url.href, init.credentials, init.redirect]).toEqual([
        'https://news.example/t/data/calls.json',
        'omit',
        'manual',
      ]);
    },
  );

  test('that can’t be had is a lost connection; in a frame without an origin its host may have refused', async () => {
    answer.mockRejectedValue(new TypeError('Failed to fetch'));
    standsAt('https://news.example/t/');
    expect(await fetchAllowed('a.json', undefined)).toEqual({
      kind: 'network',
      source: 'a.json',
      detail: 'Failed to fetch',
    });
    standsAt('https://news.example/t/', 'null');
    expect(await fetchAllowed('a.json', undefined)).toEqual({
      kind: 'no-leave',
      source: 'a.json',
      detail: 'Failed to fetch',
    });
  });

  test('that isn’t there is missing in a frame too', async () => {
    answer.mockResolvedValue(new Response('no', { status: 404 }));
    standsAt('https://news.example/t/', 'null');
    expect(await fetchAllowed('a.json', undefined)).toMatchObject({ kind: 'missing', detail: 'HTTP 404' });
  });
});

test('from a disk nothing is asked for', async () => {
  standsAt('file:///home/me/index.html', 'null');
  expect(await fetchAllowed('a.json', undefined)).toMatchObject({ kind: 'no-fetch' });
  expect(answer).not.toHaveBeenCalled();
});

test.each([
  'https://elsewhere.example/a.json',
  '//elsewhere.example/a.json',
  'file:///a.json',
  'data:,x',
  'blob:null/x',
])('another host’s is never asked for, in no frame: %s', async (address) => {
  for (const origin of ['https://news.example', 'null']) {
    standsAt('https://news.example/t/', origin);
    expect(await fetchAllowed(address, undefined)).toMatchObject({ kind: 'not-allowed' });
  }
  expect(answer).not.toHaveBeenCalled();
});
