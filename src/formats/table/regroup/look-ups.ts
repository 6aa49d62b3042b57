import { lazyCode } from '../../../base/lazy-code';
import { nameOfCode, typeOfCode } from '../presets/codes/event-codes';
import type { CodeScheme } from '../presets/codes/event-codes';
import { htmlToText, webAddress } from '../../imported/html-text';
import type { DerivedColumn, Lookup } from '../table-mapping';
import type { LookUp } from './derive-columns';

export type LookUps = ReadonlyMap<Lookup, LookUp>;

const COUNTRY_CODES = lazyCode(() => import('../presets/codes/country-codes'));
const STATE_NUMBERS = lazyCode(() => import('../presets/codes/state-numbers'));
const GED_DATES = lazyCode(() => import('../presets/codes/ged-date'));

const LOADERS: Readonly<Record<Lookup, () => Promise<LookUp>>> = {
  'cameo-name': async () => (code) => nameOfCode('cameo', code),
  'weis-name': async () => (code) => nameOfCode('weis', code),
  'cameo-type': async () => typeBy('cameo'),
  'weis-type': async () => typeBy('weis'),
  'cameo-country': async () => (await COUNTRY_CODES.load()).countryOfCameo,
  'actor-code-country': async () => {
    const { countryOfCameo } = await COUNTRY_CODES.load();
    return (code) => countryOfCameo(code.slice(0, 3));
  },
  'fips-country': async () => (await COUNTRY_CODES.load()).countryOfFips,
  'cow-country': async () => (await STATE_NUMBERS.load()).countryOfState,
  'country-name': async () => (await COUNTRY_CODES.load()).countryOfName,
  'cow-state': async () => (await STATE_NUMBERS.load()).stateOfNumber,
  'cow-name': async () => (await STATE_NUMBERS.load()).nameOfState,
  'html-text': async () => (html) => htmlToText(html).text,
  links: async () => linksOf,
  'unlinked-text': async () => (cell) => (linksOf(cell) === '' ? htmlToText(cell).text : ''),
  'ged-date': async () => (await GED_DATES.load()).gedDate,
};

function linksOf(cell: string): string {
  return webAddress(cell) ?? [...new Set(htmlToText(cell).links.map(({ url }) => url))].join('\n');
}

function typeBy(scheme: CodeScheme): LookUp {
  return (code) => typeOfCode(scheme, code) ?? '';
}

/** What the columns are looked up in, loaded when a table needs it. Rejects with `CodeMissing`. */
export async function loadLookUps(derive: readonly DerivedColumn[]): Promise<LookUps> {
  const found = await Promise.all(wantedBy(derive).map(async (id) => [id, await LOADERS[id]()] as const));
  for (const [id, lookUp] of found) HERE.set(id, lookUp);
  return new Map(found);
}

const HERE = new Map<Lookup, LookUp>();

const NOBODY_KNOWS: LookUp = () => '';

/** Those that are here, since some table needed them before; of others nothing is known: what looks at a sample doesn't wait. */
export function lookUpsAtHand(derive: readonly DerivedColumn[]): LookUps {
  return new Map(wantedBy(derive).map((id) => [id, HERE.get(id) ?? NOBODY_KNOWS]));
}

function wantedBy(derive: readonly DerivedColumn[]): readonly Lookup[] {
  return [...new Set(derive.flatMap((column) => ('lookUp' in column ? [column.lookUp] : [])))];
}
