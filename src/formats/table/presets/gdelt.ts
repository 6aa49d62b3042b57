import type { TableMapping } from '../table-mapping';
import { knownColumns } from './known-columns';
import type { Preset, PresetLook, RowWatch } from './preset';

const ACTOR = ['Code', 'Name', 'CountryCode', 'KnownGroupCode', 'EthnicCode', 'Religion1Code', 'Religion2Code'];
const ACTOR_TYPES = ['Type1Code', 'Type2Code', 'Type3Code'];
const BEFORE_PLACES = [
  'GLOBALEVENTID',
  'SQLDATE',
  'MonthYear',
  'Year',
  'FractionDate',
  ...['Actor1', 'Actor2'].flatMap((actor) => [...ACTOR, ...ACTOR_TYPES].map((what) => actor + what)),
  'IsRootEvent',
  'EventCode',
  'EventBaseCode',
  'EventRootCode',
  'QuadClass',
  'GoldsteinScale',
  'NumMentions',
  'NumSources',
  'NumArticles',
  'AvgTone',
];

/** Of the event files (GDELT Event Codebook 2.0, 2015; 1.03, 2013): 2.0 has 61, 1.0 58 without ADM2, 57 before April 2013. */
function columns(hasAdm2: boolean, hasAddress: boolean): readonly string[] {
  const place = [
    'Type',
    'FullName',
    'CountryCode',
    'ADM1Code',
    ...(hasAdm2 ? ['ADM2Code'] : []),
    'Lat',
    'Long',
    'FeatureID',
  ];
  return [
    ...BEFORE_PLACES,
    ...['Actor1Geo', 'Actor2Geo', 'ActionGeo'].flatMap((of) => place.map((what) => `${of}_${what}`)),
    'DATEADDED',
    ...(hasAddress ? ['SOURCEURL'] : []),
  ];
}

const BY_WIDTH: ReadonlyMap<number, readonly string[]> = new Map(
  [columns(true, true), columns(false, true), columns(false, false)].map((headers) => [headers.length, headers]),
);

/** GDELT's event files, which have no header, and extracts of them that have one. */
export const gdelt: Preset = {
  id: 'gdelt',
  name: 'GDELT',
  find: (look) => {
    const bare = bareHeaders(look);
    if (bare !== undefined)
      return { headers: bare, mapping: mappingOf(bare), name: bare.length === 61 ? 'GDELT 2.0' : 'GDELT 1.0' };
    const { headers = [] } = look;
    const isExtract = knownColumns(headers).has('GLOBALEVENTID', 'SQLDATE', 'EventCode', 'Actor1Code', 'Actor2Code');
    if (isExtract) return { mapping: mappingOf(headers) };
    if (!isOtherFile(look)) return undefined;
    return { mapping: {}, missing: (t) => t('preset.gdelt.otherFile') };
  },
  offers: (_mapping, headers) => {
    const find = knownColumns(headers).get;
    const by = ['SOURCEURL', 'SQLDATE', 'EventCode', 'Actor1Code', 'Actor2Code'].flatMap((name) => find(name) ?? []);
    const root = find('IsRootEvent');
    return [
      ...(by.length === 5 ? [{ kind: 'group', by, group: { by }, isQuestion: false } as const] : []),
      ...(root === undefined ? [] : [{ kind: 'only', column: root, values: ['1'] } as const]),
    ];
  },
  watch: datedBefore,
};

/** Headers for records that are plainly of an event file: an id, a day of eight digits, year and month again. */
function bareHeaders({ headers, sample, width }: PresetLook): readonly string[] | undefined {
  const first = headers === undefined ? sample[0] : headers;
  const named = BY_WIDTH.get(width);
  if (first === undefined || named === undefined) return undefined;
  const [id = '', day = '', month = '', year = ''] = first;
  const isRecord = /^\d+$/.test(id) && /^\d{8}$/.test(day) && day.startsWith(month) && month.startsWith(year);
  return isRecord && year.length === 4 ? named : undefined;
}

/** The mentions (16 columns, of which the last are empty) and the knowledge graph lie in the same folder. */
function isOtherFile({ headers, sample, width }: PresetLook): boolean {
  const [first = '', second = '', third = ''] = headers ?? sample[0] ?? [];
  const isMentions =
    width >= 14 && width <= 16 && /^\d+$/.test(first) && /^\d{14}$/.test(second) && /^\d{14}$/.test(third);
  return isMentions || (width === 27 && /^\d{14}-T?\d+$/.test(first) && /^\d{14}$/.test(second));
}

function mappingOf(headers: readonly string[]): TableMapping {
  const find = knownColumns(headers).get;
  const column = (name: string): string => find(name) ?? name;
  const code = column('EventCode');
  const address = find('SOURCEURL');
  const place = find('ActionGeo_FullName');
  const placeCountry = find('ActionGeo_CountryCode');
  return {
    preset: 'gdelt',
    date: { column: column('SQLDATE'), format: 'YYYYMMDD' },
    id: column('GLOBALEVENTID'),
    title: '{Who}: {What}',
    actors: [
      { column: 'Actor 1', role: 'initiator', countryColumn: 'Actor 1 country' },
      { column: 'Actor 2', role: 'target', countryColumn: 'Actor 2 country' },
    ],
    type: { column: 'Type', values: {}, known: true },
    cameo: { column: code, scheme: 'cameo' },
    ...(place === undefined ? {} : { place }),
    ...(placeCountry === undefined ? {} : { placeCountry: 'Place country' }),
    ...(address === undefined ? {} : { source: { address, kind: 'news', grade: 'C' } }),
    derive: [
      { as: 'Actor 1', first: ['Actor1Name', 'Actor1Code'].map(column) },
      { as: 'Actor 2', first: ['Actor2Name', 'Actor2Code'].map(column) },
      { as: 'Actor 1 country', of: column('Actor1CountryCode'), lookUp: 'cameo-country' },
      { as: 'Actor 2 country', of: column('Actor2CountryCode'), lookUp: 'cameo-country' },
      { as: 'Who', compose: '{Actor 1|?}[ → {Actor 2}]' },
      { as: 'Name of code', of: code, lookUp: 'cameo-name' },
      { as: 'What', first: ['Name of code', code] },
      { as: 'Type', of: code, lookUp: 'cameo-type' },
      ...(placeCountry === undefined
        ? []
        : [{ as: 'Place country', of: placeCountry, lookUp: 'fips-country' } as const]),
    ],
  };
}

/** Rows dated before the day they were added: GDELT counts `a year ago` in an article back from the day of the article. */
function datedBefore(headers: readonly string[]): RowWatch {
  const find = knownColumns(headers).get;
  const date = headers.indexOf(find('SQLDATE') ?? '');
  const added = headers.indexOf(find('DATEADDED') ?? '');
  let earlier = 0;
  let rows = 0;
  return {
    see: (cells) => {
      const day = cells[date] ?? '';
      rows += 1;
      if (day !== '' && day < (cells[added] ?? '').slice(0, 8)) earlier += 1;
    },
    told: (t) => (earlier === 0 ? [] : [t('preset.gdelt.datedBefore', { n: earlier, total: rows })]),
  };
}
