import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { headingsKey, mappingText, readMappingText } from '../../../../src/formats/table/mapping-file';
import type { TableMapping } from '../../../../src/formats/table/table-mapping';

const t = makeTranslate('en', english);

const whole: TableMapping = {
  layout: { encoding: 'windows-1251', delimiter: ';', sheet: 'One', header: 'none', headers: ['a', 'b'] },
  date: {
    column: 'a',
    time: 'h',
    order: 'day-first',
    lastYear: 2016,
    serials: '1904',
    languages: ['de'],
    coarse: ['01-01'],
    precision: { column: 'p', book: 'ucdp' },
    display: 'shown',
  },
  end: { year: 'y', month: 'm', day: 'd', censoredAt: '2015-12-31', format: 'iso' },
  title: '{a}: {b}',
  summary: 's',
  id: 'i',
  actors: [
    {
      column: 'w',
      role: 'initiator',
      separator: [';', ' and '],
      whole: ['A and B'],
      kind: 'person',
      countryColumn: 'c',
      names: true,
    },
    { column: 'v', country: 'as-actor', separator: ',', roleBy: { column: 'r', values: { no: 'target' } } },
  ],
  countries: { column: 'c', separator: ',', names: true },
  type: { column: 'k', values: { x: 'talks' }, known: true },
  cameo: { column: 'code', scheme: 'weis' },
  tone: 'neutral',
  importance: 3,
  place: 'p',
  placeCountry: 'pc',
  source: { address: 'l', name: 'n', title: 't', published: 'd', quote: 'q', separator: ';', kind: 'news', grade: 'B' },
  restsOn: 'one',
  regroup: {
    join: [{ file: 'b.csv', key: 'id', on: 'rcid' }],
    only: { column: 'root', values: ['1', ''] },
    spread: { columns: ['x', 'y'], title: '{}' },
    group: { by: ['rcid'], span: true },
    mirrored: true,
  },
  preset: 'mine',
};

describe('a mapping file', () => {
  test('gives back the mapping that was written, every field of it', () => {
    expect(readMappingText(mappingText(whole), t)).toEqual({ ok: true, mapping: whole, rejections: [] });
    expect(readMappingText('\uFEFF{}', t)).toEqual({ ok: true, mapping: {}, rejections: [] });
  });

  test.each([
    ['no JSON', '', 'no JSON', 'valid JSON here'],
    ['[]', '', '[]', 'an object'],
    ['{"date":7}', '/date', '7', 'one of string, Object'],
    ['{"date":{"column":""}}', '/date/column', '', 'text that is not empty'],
    ['{"date":{"column":"a","order":"sideways"}}', '/date/order', 'sideways', 'one of day-first, month-first'],
    ['{"actors":[{"column":"a"},{"role":"party"}]}', '/actors/1/column', 'nothing', 'something here'],
    ['{"actors":[{"column":"a","role":"boss"}]}', '/actors/0/role', 'boss', 'one of initiator, party'],
    ['{"type":{"column":"k","values":{"x":"tea"}}}', '/type/values/x', 'tea', 'one of talks'],
    ['{"importance":4}', '/importance', '4', 'one of'],
    ['{"regroup":{"only":{"column":"a","values":"1"}}}', '/regroup/only/values', '1', 'a list'],
  ])('is refused with place, value and what was expected: %s', (text, where, found, expected) => {
    const read = readMappingText(text, t);
    expect(read.ok).toBe(false);
    expect(read.rejections.map((fault) => [fault.where, fault.found])).toEqual([[where || '/', found]]);
    expect(read.rejections[0]?.expected).toContain(expected);
  });

  test('is read without a field that nobody knows, which is told', () => {
    const read = readMappingText('{"titel":"a","date":{"column":"b","colour":"red"}}', t);
    expect(read).toMatchObject({ ok: true, mapping: { date: { column: 'b' } } });
    expect(read.rejections.map(({ where, effect }) => [where, effect])).toEqual([
      ['/titel', 'noted'],
      ['/date/colour', 'noted'],
    ]);
  });
});

test('tables are alike by their headings, in whatever order these stand', () => {
  expect(headingsKey(['Date', ' Who '])).toBe(headingsKey(['Who', 'Date']));
  expect(headingsKey(['a,b'])).not.toBe(headingsKey(['a', 'b']));
  expect(headingsKey(['Cafe\u0301'])).toBe(headingsKey(['Café']));
});
