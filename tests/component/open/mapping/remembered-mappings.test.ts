import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const KEY = 'diplomatic-timeline.mappings';

/** As a page that was just opened has it. */
async function atNextVisit() {
  vi.resetModules();
  return import('../../../../src/ui/open/mapping/remembered-mappings');
}

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('how a table was read', () => {
  test('is known at the next visit by its headings, and no others', async () => {
    (await atNextVisit()).rememberMapping('When\nWhat', '{"date":"When"}');
    const { rememberedMapping } = await atNextVisit();
    expect(rememberedMapping('When\nWhat')).toBe('{"date":"When"}');
    expect(rememberedMapping('What\nWhen')).toBeUndefined();
  });

  test('can be forgotten, and nothing is left behind', async () => {
    const { rememberMapping, rememberedMapping } = await atNextVisit();
    rememberMapping('When', '{}');
    rememberMapping('When', undefined);
    expect(rememberedMapping('When')).toBeUndefined();
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  test('is kept of the thirty tables read last', async () => {
    const { rememberMapping, rememberedMapping } = await atNextVisit();
    for (let n = 0; n < 31; n += 1) rememberMapping(`Table ${n}`, `{"title":"${n}"}`);
    rememberMapping('Table 1', '{"title":"again"}');
    rememberMapping('Table 31', '{}');
    expect(rememberedMapping('Table 0')).toBeUndefined();
    expect(rememberedMapping('Table 2')).toBeUndefined();
    expect(rememberedMapping('Table 1')).toBe('{"title":"again"}');
  });

  test.each(['', 'nonsense', '{"a":1}', '[1, ["When"], ["When", 3]]'])(
    'is not known where a browser keeps "%s"',
    async (kept) => {
      localStorage.setItem(KEY, kept);
      const { rememberMapping, rememberedMapping } = await atNextVisit();
      expect(rememberedMapping('When')).toBeUndefined();
      rememberMapping('When', '{}');
      expect(rememberedMapping('When')).toBe('{}');
    },
  );

  test('is known for as long as the page is open where nothing may be kept', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'SecurityError');
    });
    const { rememberMapping, rememberedMapping } = await atNextVisit();
    rememberMapping('When', '{}');
    expect(rememberedMapping('When')).toBe('{}');
  });
});
