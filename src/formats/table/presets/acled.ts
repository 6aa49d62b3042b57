import type { EventType, Tone } from '../../../model/vocabulary';
import type { DerivedColumn } from '../table-mapping';
import { known, knownColumns } from './known-columns';
import type { Preset, PresetFinding } from './preset';

/** What an ACLED file has whatever its layout: ids and words that nobody else uses together. */
const TELLING = [
  'event_id_cnty',
  'event_id_no_cnty',
  'data_id',
  'time_precision',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'interaction',
  'geo_precision',
  'fatalities',
  'source_scale',
  'disorder_type',
];

const TYPES: Readonly<Record<string, EventType>> = {
  Battles: 'military',
  'Explosions/Remote violence': 'military',
  'Violence against civilians': 'military',
  'Battle-No change of territory': 'military',
  'Battle-Government regains territory': 'military',
  'Battle-Non-state actor overtakes territory': 'military',
  'Remote violence': 'military',
};

const TONES: Readonly<Record<string, Tone>> = {
  Protests: 'conflict',
  Riots: 'conflict',
  'Riots/Protests': 'conflict',
};

/** Kinds of event that say something else than the group they stand in. */
const SUB_TYPES: Readonly<Record<string, EventType>> = { Agreement: 'agreement' };

/** ACLED's exports, of today and those with `data_id` (before 2023); with both actors in a row, or one a row. */
export const acled: Preset = {
  id: 'acled',
  name: 'ACLED',
  find: ({ headers = [] }) => {
    const columns = knownColumns(headers);
    if (columns.count(TELLING) < 4 || !columns.has('event_type')) return undefined;
    if (!columns.has('event_date')) return { mapping: {}, missing: (t) => t('preset.acled.noDate') };
    return findingFor(headers);
  },
};

function findingFor(headers: readonly string[]): PresetFinding {
  const { get } = knownColumns(headers);
  const column = (name: string): string => get(name) ?? name;
  const id = get('event_id_cnty') ?? get('data_id');
  // One row an actor: the same event stands there once for each.
  const isMonadic = get('actor2') === undefined && id !== undefined;
  const precision = get('time_precision');
  const associated = ['assoc_actor_1', 'assoc_actor_2'].flatMap((name) => get(name) ?? []);
  return {
    mapping: known({
      preset: 'acled',
      date: {
        column: column('event_date'),
        ...(precision === undefined ? {} : { precision: { column: precision, book: 'acled' as const } }),
      },
      id,
      title: '{What}: {Who}',
      summary: get('notes'),
      // Neither of the two does it to the other: the numbers say nothing of who began.
      actors: [
        ...['actor1', 'actor2'].flatMap((name) => (get(name) === undefined ? [] : [{ column: column(name) }])),
        ...associated.map((name) => ({ column: name, role: 'referenced' as const, separator: ';' })),
      ],
      type: { column: 'Type', values: {}, known: true },
      tone: { column: 'Tone', values: { conflict: 'conflict' as const, cooperation: 'cooperation' as const } },
      place: 'Where',
      placeCountry: 'Country code',
      source:
        get('source') === undefined
          ? undefined
          : { name: column('source'), separator: ';', kind: 'news' as const, grade: 'C' as const },
      derive: derived(column, isMonadic),
      regroup: isMonadic ? { group: { by: [id], title: '{What}' } } : undefined,
    }),
    notes: (t) => [
      { kind: 'settled', text: t('preset.acled.noDirection') },
      ...(isMonadic ? [{ kind: 'settled', text: t('preset.acled.monadic', { column: id }) } as const] : []),
    ],
  };
}

function derived(column: (name: string) => string, isMonadic: boolean): readonly DerivedColumn[] {
  const type = column('event_type');
  const sub = column('sub_event_type');
  return [
    { as: 'What', first: [sub, type] },
    { as: 'Who', compose: `{${column('actor1')}}${isMonadic ? '' : `[ – {${column('actor2')}}]`}` },
    { as: 'Type of kind', of: sub, values: SUB_TYPES },
    { as: 'Type of group', of: type, values: TYPES },
    { as: 'Type', first: ['Type of kind', 'Type of group'] },
    { as: 'Tone of kind', of: sub, values: { Agreement: 'cooperation' } },
    { as: 'Tone of group', of: type, values: TONES },
    { as: 'Tone', first: ['Tone of kind', 'Tone of group'] },
    { as: 'Where', compose: `{${column('location')}}[, {${column('admin1')}}][, {${column('country')}}]` },
    { as: 'Country code', of: column('country'), lookUp: 'country-name' },
  ];
}
