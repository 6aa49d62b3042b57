import type { DateMapping, DerivedColumn } from '../table-mapping';
import { cellsUnder, known, knownColumns } from './known-columns';
import type { Preset, PresetLook } from './preset';

const HOSTILITY = {
  1: 'no militarised action',
  2: 'threat of force',
  3: 'display of force',
  4: 'use of force',
  5: 'war',
} as const;

/** What stands for a day, month or year that the coders didn't know, or that hadn't come when they wrote. */
const UNKNOWN = { '-9': '', '-8': '', '-7': '' } as const;

/** Militarised interstate disputes (Correlates of War MID; Gibler, Miller and Little): one row a dispute, or one a state in it. */
export const disputes: Preset = {
  id: 'cow-mid',
  name: 'Correlates of War MID',
  find: (look) => {
    const { headers = [] } = look;
    const { get, has } = knownColumns(headers);
    if (!has('dispnum') && !has('dispnum3')) return undefined;
    if (!has('styear')) return { mapping: {}, missing: (t) => t('preset.mid.noDate') };
    const number = get('dispnum') ?? get('dispnum3') ?? 'dispnum';
    const start = partsOf(look, { year: 'styear', month: 'stmon', day: 'stday' });
    const end = partsOf(look, { year: 'endyear', month: 'endmon', day: 'endday' });
    const state = get('ccode');
    const level = get('hostlev');
    return {
      mapping: known({
        preset: 'cow-mid',
        date: start.date,
        end: end.date,
        id: state === undefined ? number : undefined,
        title: 'Dispute',
        actors: state === undefined ? undefined : [{ column: 'State', countryColumn: 'State country' }],
        tone: 'conflict' as const,
        derive: [
          ...start.derive,
          ...end.derive,
          { as: 'Hostility', of: level ?? 'hostlev', values: HOSTILITY },
          { as: 'Dispute', compose: `Dispute {${number}}[: {Hostility}]` },
          ...statesOf(state === undefined ? [] : [{ as: 'State', of: state }]),
        ],
      }),
      notes: (t) => (start.date?.day === undefined ? [{ kind: 'settled', text: t('preset.mid.months') }] : []),
    };
  },
  offers: (_mapping, headers) => {
    const { get } = knownColumns(headers);
    const number = get('dispnum') ?? get('dispnum3');
    if (number === undefined || get('ccode') === undefined) return [];
    return [{ kind: 'group', by: [number], group: { by: [number], id: number }, isQuestion: true }];
  },
};

/** Wars of the Correlates of War year by year: between states (directed pairs), and within them. */
export const wars: Preset = {
  id: 'cow-war',
  name: 'Correlates of War',
  find: ({ headers = [] }) => {
    const { get, has } = knownColumns(headers);
    const isBetween = has('ccode1', 'ccode2');
    if (!has('warnum') || !(isBetween || has('sidea', 'sideb') || has('ccodea', 'ccodeb'))) return undefined;
    const year = get('year');
    if (year === undefined) return { mapping: {}, missing: (t) => t('preset.war.noYear') };
    const number = get('warnum') ?? 'warnum';
    const name = get('warname');
    const war: DerivedColumn =
      name === undefined ? { as: 'War', compose: `War {${number}}` } : { as: 'War', first: [name] };
    const sides = isBetween
      ? [
          { as: 'Side 1', of: get('ccode1') ?? '' },
          { as: 'Side 2', of: get('ccode2') ?? '' },
        ]
      : [];
    return {
      mapping: {
        preset: 'cow-war',
        date: year,
        title: isBetween ? '{War}: {Side 1} – {Side 2}' : '{War}',
        actors: isBetween
          ? sides.map(({ as }) => ({ column: as, countryColumn: `${as} country` }))
          : ['sidea', 'sideb'].map((side) => ({ column: get(side) ?? side })),
        type: 'military',
        derive: [war, ...statesOf(sides)],
      },
    };
  },
  offers: (_mapping, headers) => {
    const { get, has } = knownColumns(headers);
    const by = ['warnum'].flatMap((name) => get(name) ?? []);
    return [
      { kind: 'group', by, group: { by, span: true, title: '{War}' }, isQuestion: true },
      ...(has('ccode1', 'ccode2') ? [{ kind: 'mirrored' } as const] : []),
    ];
  },
};

/** Inter-state, extra-state and intra-state wars as the Correlates of War have them (v4): one row a side of a war. */
export const warParticipants: Preset = {
  id: 'cow-war-participants',
  name: 'Correlates of War',
  find: (look) => {
    const { get, has } = knownColumns(look.headers ?? []);
    if (!has('WarNum', 'WarName', 'StartYear1')) return undefined;
    const start = partsOf(look, { year: 'StartYear1', month: 'StartMonth1', day: 'StartDay1' });
    const end = partsOf(look, { year: 'EndYear1', month: 'EndMonth1', day: 'EndDay1' });
    const actors = ['StateName', 'SideA', 'SideB'].flatMap((name) => get(name) ?? []);
    return {
      mapping: known({
        preset: 'cow-war-participants',
        date: start.date,
        end: end.date,
        title: get('WarName'),
        actors: actors.map((column) => ({ column: `${column} named` })),
        type: 'military' as const,
        derive: [
          ...start.derive,
          ...end.derive,
          ...actors.map((column) => ({
            as: `${column} named`,
            of: column,
            values: UNKNOWN,
            otherwise: 'as-is' as const,
          })),
        ],
      }),
    };
  },
  offers: (_mapping, headers) => {
    const number = knownColumns(headers).get('WarNum');
    return number === undefined ? [] : [{ kind: 'group', by: [number], group: { by: [number] }, isQuestion: true }];
  },
};

/** Leaders in office (Archigos 4.1; Goemans, Gleditsch and Chiozza 2009), one row a term. */
export const archigos: Preset = {
  id: 'archigos',
  name: 'Archigos',
  find: ({ headers = [], sample }) => {
    const { get, has, count } = knownColumns(headers);
    const start = get('startdate');
    if (!has('leader') || start === undefined || count(['obsid', 'leadid', 'gwcode', 'ccode', 'exitcode', 'entry']) < 3)
      return undefined;
    const end = get('enddate') ?? get('eindate');
    const number = get('gwcode') ?? get('ccode') ?? 'gwcode';
    const column = (name: string): string => get(name) ?? name;
    const last =
      end === undefined ? undefined : END_OF_DATA.find((day) => cellsUnder(headers, sample, end).includes(day));
    return {
      mapping: known({
        preset: 'archigos',
        date: start,
        end: end && { column: end, censoredAt: last ?? END_OF_DATA[0] },
        id: get('obsid'),
        title: 'Who',
        summary: 'How',
        actors: [{ column: column('leader'), kind: 'person' as const, countryColumn: 'State country' }],
        type: 'appointment' as const,
        derive: [
          { as: 'State', of: number, lookUp: 'cow-state' },
          { as: 'State country', of: number, lookUp: 'cow-country' },
          { as: 'Who', compose: `{${column('leader')}}[, {State}]` },
          {
            as: 'How',
            compose: `[Entry: {${column('entry')}}.][ Exit: {${column('exit')}}][, {${column('exitcode')}}]`,
          },
        ],
      }),
      notes: (t) =>
        end === undefined
          ? []
          : [{ kind: 'settled', text: t('preset.archigos.censored', { day: last ?? END_OF_DATA[0] }) }],
    };
  },
};

/** Last days of the versions 4.1 and 2.9: who held office then didn't leave it then. */
const END_OF_DATA = ['2015-12-31', '2004-12-31'] as const;

function statesOf(columns: readonly { readonly as: string; readonly of: string }[]): readonly DerivedColumn[] {
  return columns.flatMap(({ as, of }) => [
    { as, of, lookUp: 'cow-name' as const },
    { as: `${as} country`, of, lookUp: 'cow-country' as const },
  ]);
}

/** A date in parts of which -9 is one that nobody knows; the columns that are there. */
function partsOf(
  { headers = [] }: PresetLook,
  wanted: { readonly year: string; readonly month: string; readonly day: string },
): { readonly date: DateMapping | undefined; readonly derive: readonly DerivedColumn[] } {
  const { get } = knownColumns(headers);
  const found = Object.entries(wanted).flatMap(([part, name]) => {
    const header = get(name);
    return header === undefined ? [] : [{ part, header, as: `${header} known` }];
  });
  if (get(wanted.year) === undefined) return { date: undefined, derive: [] };
  return {
    date: Object.fromEntries(found.map(({ part, as }) => [part, as])),
    derive: found.map(({ header, as }) => ({ as, of: header, values: UNKNOWN, otherwise: 'as-is' })),
  };
}
