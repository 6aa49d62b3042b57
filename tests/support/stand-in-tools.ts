import { vi } from 'vitest';
import type { TableFindings, TableQuestion, TableSuggestion } from '../../src/formats/table/findings';
import type { TableMapping } from '../../src/formats/table/table-mapping';
import type { Rejection } from '../../src/model/rejection';
import { makeEventTable } from '../../src/model/table-builder';
import { withSeparator, withTitle } from '../../src/formats/table/mapping-edits';
import { headingsKey } from '../../src/formats/table/mapping-file';
import type { ColumnMeaning } from '../../src/formats/table/column-meanings';
import type { TablePreview } from '../../src/formats/table/preview';
import type { TableTools } from '../../src/ui/open/table-tools';
import { makeDataset } from './make-dataset';
import { decisionOf, findingsOf } from './make-findings';

/** The table that the stand-in knows. */
export const LAKE_HEADERS = ['No', 'When', 'What', 'Kind', 'Who', 'Link'] as const;
export const LAKE_ROWS: readonly (readonly string[])[] = [
  ['1', '2008-01-01', 'First survey of the shore', 'talks', 'Arvia and Besmar', 'https://lake.example/1'],
  ['2', '3/4/2016', 'Round two opens in Velden', 'parley', 'Land and Water Board', ''],
  ['3', 'to be agreed', 'Review of the accord', '', '', ''],
];

const HEAP: TableSuggestion = { about: 'heap', of: 'date', at: '01-01', count: 8, dates: 57 };

/** Of any mapping's file that it refuses. */
const BAD_ORDER: Rejection = {
  where: '/date/order',
  record: undefined,
  field: '',
  found: 'middle',
  expected: 'one of day-first, month-first',
  effect: 'left-out',
};

/**
 * What is known of tables, for tests of the step that shows it: it answers as the readers of formats would, of one table,
 * and as far as a mapping says something of dates, names and titles.
 */
export function standInTools() {
  return {
    preview: vi.fn<TableTools['preview']>((_, mapping) => previewOf(mapping)),
    open: (_, mapping) => previewOf(mapping),
    guess: () => LAKE_MAPPING,
    meaningOf: (mapping, column) =>
      MEANINGS.find((meaning) => columnsOf(mapping, meaning).includes(column)) ?? 'nothing',
    withMeaning: (mapping, column, meaning) =>
      meaning === 'place' ? { ...mapping, place: column } : without(mapping, column),
    answered: (mapping, answer) => ({
      ...mapping,
      date:
        answer.about === 'day-order' && answer.order !== 'either' ? { column: 'When', order: answer.order } : 'When',
    }),
    accepted: (mapping) => ({ ...mapping, date: { column: 'When', coarse: ['01-01'] } }),
    withSeparator,
    withTitle,
    headingsKey,
    readDate: () => {
      throw new Error('The step reads no dates itself');
    },
    mappingText: (mapping) => JSON.stringify(mapping),
    readMapping: (text) =>
      text.startsWith('{')
        ? { ok: true, mapping: JSON.parse(text) as TableMapping, rejections: [] }
        : { ok: false, rejections: [BAD_ORDER] },
  } satisfies TableTools;
}

/** As it guesses. */
export const LAKE_MAPPING: TableMapping = {
  date: 'When',
  title: 'What',
  type: { column: 'Kind', values: {}, known: true },
  actors: [{ column: 'Who', separator: ' and ' }],
  source: { address: 'Link' },
};

const MEANINGS: readonly ColumnMeaning[] = ['date', 'title', 'type', 'actor', 'place', 'source-address'];

function columnsOf(mapping: TableMapping, meaning: ColumnMeaning): readonly (string | undefined)[] {
  switch (meaning) {
    case 'date':
      return [typeof mapping.date === 'object' ? mapping.date.column : mapping.date];
    case 'title':
      return [mapping.title];
    case 'type':
      return [typeof mapping.type === 'object' ? mapping.type.column : undefined];
    case 'actor':
      return (mapping.actors ?? []).map(({ column }) => column);
    case 'place':
      return [mapping.place];
    case 'source-address':
      return [mapping.source?.address];
    default:
      return [];
  }
}

function without(mapping: TableMapping, column: string): TableMapping {
  return Object.fromEntries(
    Object.entries(mapping).filter(
      ([key]) => !columnsOf(mapping, key === 'actors' ? 'actor' : (key as ColumnMeaning)).includes(column),
    ),
  );
}

function previewOf(mapping: TableMapping): TablePreview {
  const date = typeof mapping.date === 'object' ? mapping.date : {};
  const decision = decisionOf({ either: 12 }, { order: date.order === undefined ? 'asked' : 'given' });
  const question: TableQuestion = { about: 'day-order', of: 'date', decision };
  return {
    table: tableOf(mapping, date.order),
    findings: findingsOfMapping(mapping, decision),
    questions: mapping.date !== undefined && date.order === undefined ? [question] : [],
    suggestions: date.coarse === undefined ? [HEAP] : [],
    rejections: [],
    rows:
      date.order === undefined
        ? { first: [0], toSettle: [1], undated: [2] }
        : { first: [0, 1], toSettle: [], undated: [2] },
  };
}

function findingsOfMapping(mapping: TableMapping, decision: ReturnType<typeof decisionOf>): TableFindings {
  const separator = mapping.actors?.[0]?.separator;
  const names = LAKE_ROWS.map(([, , , , who]) => who ?? '')
    .filter((who) => who !== '')
    .flatMap((who) => (typeof separator === 'string' ? who.split(separator) : [who]));
  const values = typeof mapping.type === 'object' ? mapping.type.values : {};
  return findingsOf({
    dates: mapping.date === undefined ? [] : [{ column: 'When', of: 'date', decision }],
    names: [
      {
        column: 'Who',
        names: names.map((name) => ({ name, count: 1 })),
        distinct: names.length,
        rowsWithout: 1,
        together: [],
      },
    ],
    types: {
      column: 'Kind',
      words: [
        { word: 'talks', count: 1, type: 'talks' },
        { word: 'parley', count: 1, type: values['parley'] },
      ],
    },
    sources: { addresses: 1, rowsWith: 1 },
  });
}

function tableOf(mapping: TableMapping, order: 'day-first' | 'month-first' | undefined) {
  const date = { 'day-first': '2016-04-03', 'month-first': '2016-03-04', open: '[2016-03-04,2016-04-03]' }[
    order ?? 'open'
  ];
  return makeEventTable(
    makeDataset([
      { id: 'row-1', title: title(mapping, 0), date: '2008-01-01', participants: ['Arvia', 'Besmar'] },
      { id: 'row-2', title: title(mapping, 1), date, participants: ['Land'] },
      { id: 'row-3', title: title(mapping, 2), date: null, extra: { dateText: 'to be agreed' } },
    ]),
  );
}

function title(mapping: TableMapping, row: number): string {
  const cells = LAKE_ROWS[row] ?? [];
  const text = mapping.title?.includes('{') === false ? `{${mapping.title}}` : (mapping.title ?? '');
  return text.replace(
    /\{(\w+)\}/g,
    (_, name: string) => cells[LAKE_HEADERS.findIndex((header) => header === name)] ?? '',
  );
}
