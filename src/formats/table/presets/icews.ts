import { knownColumns } from './known-columns';
import type { Preset, PresetLook } from './preset';

const LIST = ['Source', 'Relation', 'Target', 'Date'] as const;
const RAW = [
  'Event ID',
  'Event Date',
  'Source Name',
  'CAMEO Code',
  'Intensity',
  'Target Name',
  'Story ID',
  'Publisher',
];

/** ICEWS Coded Event Data as Harvard Dataverse has them (Boschee et al., 2015). */
export const icewsRaw: Preset = {
  id: 'icews',
  name: 'ICEWS',
  find: ({ headers = [] }) => {
    const columns = knownColumns(headers);
    if (columns.count(RAW) < 5 || !columns.has('Source Name', 'Target Name')) return undefined;
    const date = columns.get('Event Date');
    if (date === undefined) return { mapping: {}, missing: (t) => t('preset.icews.noDate') };
    const column = (name: string): string => columns.get(name) ?? name;
    const code = column('CAMEO Code');
    return {
      mapping: {
        preset: 'icews',
        date,
        ...(columns.has('Event ID') && { id: column('Event ID') }),
        title: '{Who}: {What}',
        actors: [
          { column: column('Source Name'), role: 'initiator', countryColumn: 'Source country code' },
          { column: column('Target Name'), role: 'target', countryColumn: 'Target country code' },
        ],
        type: { column: 'Type', values: {}, known: true },
        ...(columns.has('CAMEO Code') && { cameo: { column: code, scheme: 'cameo' as const } }),
        place: 'Where',
        placeCountry: 'Country code',
        ...(columns.has('Publisher') && {
          source: { name: column('Publisher'), kind: 'news' as const, grade: 'C' as const },
        }),
        derive: [
          { as: 'Who', compose: `{${column('Source Name')}|?}[ → {${column('Target Name')}}]` },
          { as: 'Name of code', of: code, lookUp: 'cameo-name' },
          { as: 'What', first: [column('Event Text'), 'Name of code', code] },
          { as: 'Type', of: code, lookUp: 'cameo-type' },
          { as: 'Source country code', of: column('Source Country'), lookUp: 'country-name' },
          { as: 'Target country code', of: column('Target Country'), lookUp: 'country-name' },
          { as: 'Where', compose: `{${column('City')}}[, {${column('Province')}}][, {${column('Country')}}]` },
          { as: 'Country code', of: column('Country'), lookUp: 'country-name' },
        ],
      },
    };
  },
  offers: () => [{ kind: 'mirrored' }],
};

/** Lists of who, what, whom and when without a header, as graphs of ICEWS are passed on (García-Durán et al., 2018). */
export const icewsList: Preset = {
  id: 'icews-list',
  name: 'ICEWS',
  find: (look) => {
    if (!isList(look)) return undefined;
    const [source, relation, target, date] = LIST;
    return {
      headers: LIST,
      mapping: {
        preset: 'icews-list',
        date: { column: date, format: 'iso' },
        title: `{Who}: {${relation}}`,
        actors: [
          { column: source, role: 'initiator' },
          { column: target, role: 'target' },
        ],
        derive: [{ as: 'Who', compose: `{${source}|?}[ → {${target}}]` }],
      },
    };
  },
  offers: () => [{ kind: 'mirrored' }],
};

/** Four cells, the last a day in every record, and three that are words: dates first are KEDS's, numbers some index. */
function isList({ headers, sample, width }: PresetLook): boolean {
  if (width !== 4) return false;
  const records = headers === undefined ? sample : [headers, ...sample];
  return (
    records.length > 0 &&
    records.every(
      (cells) =>
        /^\d{4}-\d{2}-\d{2}$/.test(cells[3]?.trim() ?? '') && cells.slice(0, 3).every((cell) => /\p{L}/u.test(cell)),
    )
  );
}
