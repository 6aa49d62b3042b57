import type { DerivedColumn, TableMapping } from '../table-mapping';
import { known, knownColumns } from './known-columns';
import type { KnownColumns } from './known-columns';
import type { Preset } from './preset';

/** Conflicts of the Uppsala Conflict Data Program year by year: UCDP/PRIO Armed Conflict, Dyadic, Non-state, battle-related deaths. */
export const ucdpConflicts: Preset = {
  id: 'ucdp',
  name: 'UCDP',
  find: ({ headers = [] }) => {
    const columns = knownColumns(headers);
    const hasSides = columns.has('side_a') || columns.has('gwno_a');
    if (!hasSides || !(columns.has('conflict_id') || columns.has('dyad_id')) || columns.has('where_coordinates'))
      return undefined;
    if (!columns.has('start_date') && !columns.has('year'))
      return { mapping: {}, missing: (t) => t('preset.ucdp.noDate') };
    return { mapping: conflictYears(columns), notes: (t) => [{ kind: 'settled', text: t('preset.ucdp.years') }] };
  },
  offers: ({ actors }, headers) => {
    const columns = knownColumns(headers);
    const id = columns.get('conflict_id') ?? columns.get('dyad_id');
    const year = columns.get('year');
    if (id === undefined || year === undefined || actors === undefined) return [];
    return [
      { kind: 'group', by: [id], group: { by: [id], span: { last: year }, title: '{Who}: {What}' }, isQuestion: true },
    ];
  },
};

function conflictYears({ get }: KnownColumns): TableMapping {
  const column = (name: string): string => get(name) ?? name;
  const sides = ['a', 'b'].map((side) => ({
    name: `Side ${side.toUpperCase()}`,
    named: get(`side_${side}`),
    number: get(`gwno_${side}`),
    seconds: get(`side_${side}_2nd`),
    secondNumbers: get(`gwno_${side}_2nd`),
  }));
  const date = get('start_date');
  const precision = get('start_prec');
  const end = get('ep_end_date');
  const endPrecision = get('ep_end_prec');
  return known({
    preset: 'ucdp',
    date:
      date === undefined
        ? column('year')
        : {
            column: date,
            ...(precision === undefined ? {} : { precision: { column: precision, book: 'ucdp' as const } }),
          },
    end:
      end === undefined || endPrecision === undefined
        ? end
        : { column: end, precision: { column: endPrecision, book: 'ucdp' as const } },
    title: `{Who}: {What}, {${column('year')}}`,
    actors: sides.flatMap(({ name, seconds, secondNumbers }) => [
      { column: name, countryColumn: `${name} country`, separator: SEVERAL },
      ...(seconds === undefined && secondNumbers === undefined
        ? []
        : [
            {
              column: `${name} also`,
              countryColumn: `${name} also country`,
              separator: SEVERAL,
              role: 'sponsor' as const,
            },
          ]),
    ]),
    tone: 'conflict' as const,
    place: get('territory_name') ?? get('location'),
    derive: [
      ...sides.flatMap(({ name, named, number, seconds, secondNumbers }) => {
        const own = sideOf(name, named, number);
        const isAlone = seconds === undefined && secondNumbers === undefined;
        return isAlone ? own : own.concat(sideOf(`${name} also`, seconds, secondNumbers));
      }),
      { as: 'Who', compose: '{Side A}[ – {Side B}]' },
      { as: 'Over', first: [column('incompatibility')] },
      { as: 'What', compose: `{${column('type_of_conflict')}} conflict[ over {Over}]` },
    ],
  });
}

/** What parts several sides of a cell: of the data's own names, and of what numbers mean. */
const SEVERAL = [';', ', '];

/** A side by its name, else by its number; its country by its number alone. */
function sideOf(as: string, named: string | undefined, number: string | undefined): readonly DerivedColumn[] {
  return [
    named === undefined ? { as, of: number ?? '', lookUp: 'cow-name' } : { as, first: [named] },
    { as: `${as} country`, of: number ?? '', lookUp: 'cow-country' },
  ];
}

/** UCDP Georeferenced Event Dataset: one row an event of organised violence, known to a day or to a span of days. */
export const ucdpEvents: Preset = {
  id: 'ucdp-ged',
  name: 'UCDP GED',
  find: ({ headers = [] }) => {
    const columns = knownColumns(headers);
    const { get } = columns;
    const isEvents =
      columns.has('side_a', 'side_b') &&
      columns.count(['where_coordinates', 'date_prec', 'type_of_violence', 'relid']) >= 2;
    if (!isEvents) return undefined;
    const start = get('date_start');
    if (start === undefined) return { mapping: {}, missing: (t) => t('preset.ged.noDate') };
    const column = (name: string): string => get(name) ?? name;
    return {
      mapping: known({
        preset: 'ucdp-ged',
        date: { column: 'Date (EDTF)', format: 'edtf' as const },
        id: get('id') ?? get('relid'),
        title: `{${column('side_a')}} – {${column('side_b')}}`,
        summary: get('source_headline'),
        actors: [{ column: column('side_a') }, { column: column('side_b') }],
        tone: 'conflict' as const,
        type: 'military' as const,
        place: get('where_coordinates'),
        placeCountry: 'Country code',
        source: known({
          name: get('source_office') ?? get('source_article'),
          title: get('source_headline'),
          published: get('source_date'),
          separator: ';',
          kind: 'news' as const,
          grade: 'C' as const,
        }),
        derive: [
          {
            as: 'Precision and days',
            compose: `{${get('date_prec') ?? 'date_prec'}|1} {${start}} {${column('date_end')}}`,
          },
          { as: 'Date (EDTF)', of: 'Precision and days', lookUp: 'ged-date' },
          { as: 'Country code', of: column('country'), lookUp: 'country-name' },
        ],
      }),
      notes: (t) => [{ kind: 'settled', text: t('preset.ged.days') }],
    };
  },
};
