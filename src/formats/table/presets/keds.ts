import type { Translate } from '../../../base/translate';
import type { PlanNote } from '../../reader';
import { codesKnown } from './codes/event-codes';
import { plainCode } from './codes/code-table';
import { cellsUnder, knownColumns } from './known-columns';
import type { Preset, PresetFinding, PresetLook } from './preset';

const HEADERS = ['date', 'source', 'target', 'code', 'desc'] as const;
const DAY = /^(?:\d{4}-\d{2}-\d{2}|\d{8})$/;
const ACTOR = /^[A-Z][A-Z0-9]{2,23}$/;
const CODE = /^\W?\d{2,4}\W?$/;

/** Lists of the Kansas Event Data System and its followers: date, source, target, code, and perhaps the phrase. */
export const keds: Preset = {
  id: 'keds',
  name: 'KEDS',
  find: (look) => {
    const { headers = [], sample } = look;
    if (isBare(look)) {
      const own = HEADERS.slice(0, look.width);
      const records = look.headers === undefined ? sample : [headers, ...sample];
      return { ...findingFor(own, records), headers: own };
    }
    if (!knownColumns(headers).has('date', 'source', 'target', 'code')) return undefined;
    const finding = findingFor(headers, sample);
    return isOfCodes(headers, sample) ? finding : undefined;
  },
  offers: () => [{ kind: 'mirrored' }],
};

function isBare({ headers, sample, width }: PresetLook): boolean {
  if (width !== 4 && width !== 5) return false;
  const records = headers === undefined ? sample : [headers, ...sample];
  return (
    records.length > 0 &&
    records.every(([date = '', source = '', target = '', code = '']) => {
      return DAY.test(date.trim()) && ACTOR.test(source.trim()) && ACTOR.test(target.trim()) && CODE.test(code.trim());
    })
  );
}

/** Other tables have these four columns too; only here the third is a number of a table of codes. */
function isOfCodes(headers: readonly string[], sample: readonly (readonly string[])[]): boolean {
  const codes = cellsUnder(headers, sample, knownColumns(headers).get('code'));
  const { cameo, weis, of } = codesKnown(codes);
  return of > 0 && Math.max(cameo, weis) >= of / 2;
}

function findingFor(headers: readonly string[], sample: readonly (readonly string[])[]): PresetFinding {
  const { get } = knownColumns(headers);
  const [date, source, target, code] = HEADERS.slice(0, 4).map((name) => get(name) ?? name) as [
    string,
    string,
    string,
    string,
  ];
  const phrase = get('desc');
  const codes = cellsUnder(headers, sample, code);
  const known = codesKnown(codes);
  const scheme = known.weis > known.cameo ? 'weis' : 'cameo';
  const isCompact = /^\d{8}$/.test(cellsUnder(headers, sample, date)[0] ?? '');
  return {
    mapping: {
      preset: 'keds',
      date: { column: date, format: isCompact ? 'YYYYMMDD' : 'iso' },
      title: '{Who}: {What}',
      ...(phrase === undefined ? {} : { summary: phrase }),
      actors: [
        { column: source, role: 'initiator' },
        { column: target, role: 'target' },
      ],
      type: { column: 'Type', values: {}, known: true },
      cameo: { column: code, scheme },
      derive: [
        { as: 'Who', compose: `{${source}|?}[ → {${target}}]` },
        { as: 'Name of code', of: code, lookUp: `${scheme}-name` },
        { as: 'What', first: ['Name of code', code] },
        { as: 'Type', of: code, lookUp: `${scheme}-type` },
        // Nothing reads these two before somebody says that an actor's first letters are its country.
        { as: `${source}: country?`, of: source, lookUp: 'actor-code-country' },
        { as: `${target}: country?`, of: target, lookUp: 'actor-code-country' },
      ],
    },
    notes: (t) => notesFor(t, known, scheme, codes, { source, target }),
  };
}

function notesFor(
  t: Translate,
  known: ReturnType<typeof codesKnown>,
  scheme: 'cameo' | 'weis',
  codes: readonly string[],
  columns: { readonly source: string; readonly target: string },
): readonly PlanNote[] {
  const other = scheme === 'cameo' ? 'weis' : 'cameo';
  const params = {
    scheme: scheme.toUpperCase(),
    other: other.toUpperCase(),
    n: known[scheme],
    others: known[other],
    total: known.of,
  };
  const isClear = known[scheme] > known[other];
  const stray = codes.filter((code) => plainCode(code) !== code).length;
  return [
    {
      kind: isClear ? 'settled' : 'to-settle',
      text: t(isClear ? 'preset.keds.scheme' : 'preset.keds.eitherScheme', params),
    },
    ...(stray === 0 ? [] : [{ kind: 'settled', text: t('preset.keds.stray', { n: stray }) } as const]),
    { kind: 'to-settle', text: t('preset.keds.countries', columns) },
  ];
}
