import { htmlToText, isMarkup } from '../../imported/html-text';
import type { DerivedColumn } from '../table-mapping';
import { known, knownColumns } from './known-columns';
import type { Preset, PresetFinding, PresetLook, RowWatch } from './preset';

const TELLING = ['End Year', 'Display Date', 'Media', 'Media Credit', 'Media Caption', 'Group', 'Background', 'Text'];

/** The spreadsheet that TimelineJS is fed from: eighteen headers, a title slide and eras among the rows. */
export const timelinejsSheet: Preset = {
  id: 'timelinejs-sheet',
  name: 'TimelineJS',
  find: (look) => {
    const columns = knownColumns(look.headers ?? []);
    if (!columns.has('Headline') || columns.count(TELLING) < 3) return undefined;
    if (!columns.has('Year')) return { mapping: {}, missing: (t) => t('preset.timelinejs.noYear') };
    return findingFor(look);
  },
  watch: htmlCells,
};

function findingFor({ headers = [], sample }: PresetLook): PresetFinding {
  const { get } = knownColumns(headers);
  const column = (name: string): string => get(name) ?? name;
  const type = get('Type');
  const rowsOf = (kind: string): readonly (readonly string[])[] =>
    type === undefined ? [] : sample.filter((cells) => cells[headers.indexOf(type)]?.trim().toLowerCase() === kind);
  const cellOf = (cells: readonly string[] | undefined, name: string): string =>
    htmlToText(cells?.[headers.indexOf(column(name))] ?? '').text.replaceAll(/\s+/g, ' ');
  const [title] = rowsOf('title');
  const eras = rowsOf('era').length;
  const group = get('Group');
  return {
    mapping: known({
      preset: 'timelinejs-sheet',
      date: known({ ...parts(get, ''), display: get('Display Date') }),
      end: get('End Year') === undefined ? undefined : known(parts(get, 'End ')),
      title: 'Headline as text',
      summary: 'Text as text',
      actors:
        group === undefined ? undefined : [{ column: group, kind: 'category' as const, role: 'subject' as const }],
      source: { address: 'Links', name: 'Credit as text', title: 'Caption as text', quote: 'Media words' },
      derive: derivedFrom(column),
      regroup: type === undefined ? undefined : { only: { column: type, values: [''] } },
    }),
    ...(title === undefined
      ? {}
      : {
          dataset: known({
            title: cellOf(title, 'Headline') || undefined,
            description: cellOf(title, 'Text') || undefined,
          }),
        }),
    notes: (t) => [
      ...(title === undefined ? [] : [{ kind: 'settled', text: t('preset.timelinejs.title') } as const]),
      ...(eras === 0 ? [] : [{ kind: 'settled', text: t('preset.timelinejs.eras', { n: eras }) } as const]),
      ...(group === undefined ? [] : [{ kind: 'to-settle', text: t('preset.timelinejs.group') } as const]),
    ],
  };
}

/** Texts without their HTML; where it led goes with the row's picture, film or page, in the order of the slide. */
function derivedFrom(column: (name: string) => string): readonly DerivedColumn[] {
  const linksOf = (name: string): DerivedColumn => ({ as: `Links of ${name}`, of: column(name), lookUp: 'links' });
  const textOf = (name: string, as: string): DerivedColumn => ({ as, of: column(name), lookUp: 'html-text' });
  const linked = ['Media', 'Background', 'Text', 'Headline', 'Media Caption', 'Media Credit'];
  return [
    textOf('Headline', 'Headline as text'),
    textOf('Text', 'Text as text'),
    textOf('Media Credit', 'Credit as text'),
    textOf('Media Caption', 'Caption as text'),
    // A quotation stands where others have a picture.
    { as: 'Media words', of: column('Media'), lookUp: 'unlinked-text' },
    ...linked.map(linksOf),
    { as: 'Links', compose: linked.map((name) => `[\n{Links of ${name}}]`).join('') },
  ];
}

function parts(
  get: (name: string) => string | undefined,
  before: string,
): Record<'year' | 'month' | 'day' | 'time', string | undefined> {
  return {
    year: get(`${before}Year`),
    month: get(`${before}Month`),
    day: get(`${before}Day`),
    time: get(`${before}Time`),
  };
}

function htmlCells(headers: readonly string[]): RowWatch {
  const { get } = knownColumns(headers);
  const places = ['Headline', 'Text'].map((name) => headers.indexOf(get(name) ?? ''));
  let count = 0;
  return {
    see: (cells) => {
      for (const place of places) if (isMarkup(cells[place] ?? '')) count += 1;
    },
    told: (t) => (count === 0 ? [] : [t('preset.timelinejs.html', { n: count })]),
  };
}
