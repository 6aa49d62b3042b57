import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import type { CsvMapping } from '../../../../src/formats/table/mapping';
import { readRowsFile } from '../../../../src/formats/table/rows-file-reader';
import { UN_VOTES_HEAD, UN_VOTES_MAPPING } from '../../../support/un-votes';

const t = makeTranslate('en', english);
const rows = { csv: 'votes.csv', mapping: { date: 'date', title: 'title', actors: [{ column: 'who' }] } };

function read(file: unknown): ReturnType<typeof readRowsFile> {
  return readRowsFile(typeof file === 'string' ? file : JSON.stringify(file), 'data/votes.json', t);
}

function mappingOf(mapping: unknown): { readonly mapping: CsvMapping; readonly faults: readonly string[] } {
  const result = read({ rows: { csv: 'a.csv', mapping } });
  if (result?.ok !== true) throw new Error('Refused');
  return {
    mapping: result.file.mapping,
    faults: result.rejections.map(({ where, found, effect }) => `${where} ${found} ${effect}`),
  };
}

describe('a dataset whose rows stand in a CSV', () => {
  test('gives its head, the address and the mapping', () => {
    const result = read({ ...UN_VOTES_HEAD, rows: { csv: 'un-votes.csv', mapping: UN_VOTES_MAPPING } });
    expect(result).toMatchObject({
      ok: true,
      rejections: [],
      file: {
        csv: 'un-votes.csv',
        mapping: UN_VOTES_MAPPING,
        dataset: {
          id: 'un-votes',
          title: UN_VOTES_HEAD.title,
          asOf: { edtf: '2020-01-14' },
          sources: [{ id: 'voeten', grade: 'B' }],
          actors: [],
        },
      },
    });
    expect(result?.ok === true && 'events' in result.file.dataset).toBe(false);
  });

  test('is called by its file where it has no title', () => {
    const result = read({ rows });
    expect(result?.ok === true && [result.file.dataset.id, result.file.dataset.title]).toEqual(['votes', 'votes']);
  });

  test.each([
    ['events', '{"events":[]}'],
    ['no JSON', '{"rows":'],
    ['a list', '["rows"]'],
    ['the word alone', '{"title":"rows"}'],
    ['a word of another field', '{"note":{"rows":1}}'],
  ])('is not a file with %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  test.each([
    [{}, '/rows/csv'],
    [{ csv: 'a.csv' }, '/rows/mapping'],
    [[], '/rows'],
    [{ csv: 7, mapping: rows.mapping }, '/rows/csv'],
    [{ csv: 'a.csv', mapping: { title: 'x', actors: [{ column: 'who' }] } }, '/rows/mapping/date'],
    [{ csv: 'a.csv', mapping: { date: 'x', title: 'x', actors: [] } }, '/rows/mapping/actors'],
    [{ csv: 'a.csv', mapping: { date: {}, title: 'x', actors: [{ column: 'who' }] } }, '/rows/mapping/date/column'],
  ])('is refused where rows can’t be read by it: %j', (wrong, where) => {
    const result = read({ rows: wrong });
    expect(result?.ok === false && [result.problem.kind, result.problem.detail.split(':')[0]]).toEqual([
      'wrong-shape',
      where,
    ]);
  });

  test.each([
    [{ tone: 'sunny' }, ['/rows/mapping/tone sunny dropped']],
    [{ tone: { column: 'vote', values: { yes: 'sunny' } } }, ['/rows/mapping/tone/values {yes} dropped']],
    [{ type: { column: 'vote' } }, ['/rows/mapping/type/values nothing dropped']],
    [{ importance: 4 }, ['/rows/mapping/importance 4 dropped']],
    [{ colour: 'red' }, ['/rows/mapping/colour colour noted']],
    [{ delimiter: '|' }, ['/rows/mapping/delimiter | dropped']],
    [{ restsOn: 'no-such-source' }, ['/rows/mapping/restsOn no-such-source dropped']],
  ])('loses a wrong field alone, and says so: %j', (wrong, faults) => {
    const { mapping, faults: found } = mappingOf({ ...rows.mapping, ...wrong });
    expect(mapping).toEqual(rows.mapping);
    expect(found).toEqual(faults);
  });

  test('takes every field of a mapping in both its forms', () => {
    const whole = {
      delimiter: ';',
      date: { column: 'd', format: 'M/D/YYYY' },
      end: 'e',
      title: '{a} and {b}',
      id: 'i',
      place: 'p',
      summary: 's',
      actors: [
        { column: 'a', role: 'initiator', kind: 'person', countryColumn: 'c', separator: '|' },
        { column: 'b', country: 'as-actor' },
      ],
      countries: { column: 'c', separator: '|' },
      type: { column: 't', values: { x: 'talks' } },
      tone: 'neutral',
      importance: { column: 'w' },
    };
    expect(mappingOf(whole)).toEqual({ mapping: whole, faults: [] });
    const short = { ...rows.mapping, countries: 'c', type: 'talks', importance: 3 };
    expect(mappingOf(short)).toEqual({ mapping: short, faults: [] });
  });
});

test('what goes with events by their ids is told when it stands beside rows, and the rest is read', () => {
  const result = read({ id: 'a', rows, chapters: [{ id: 'one', title: 'One' }], periods: [] });
  expect(result).toMatchObject({ ok: true, file: { dataset: { id: 'a' } } });
  const told = result?.ok === true ? result.rejections.map(({ where, effect }) => [where, effect]) : [];
  expect(told).toEqual([
    ['/chapters', 'dropped'],
    ['/periods', 'dropped'],
  ]);
});
