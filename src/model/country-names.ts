import { once } from '../base/memo';
import { LANGUAGES } from '../base/messages/languages';

/** Two letters that `Intl` has a name for and that are no country: groups, reserved ones, and those of former states. */
const NO_COUNTRY = new Set(
  'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ'.split(' '),
);
const CODE = /^[A-Z]{2}$/i;

/** A cell as a code of ISO 3166-1 alpha-2, written in either case; undefined for anything else. */
export function countryCode(cell: string): string | undefined {
  return CODE.test(cell) ? cell.toUpperCase() : undefined;
}

/**
 * The code of a country by its name in one of the page's languages; undefined for anything else: former states and
 * capitals among it, which somebody has to say.
 */
export function countryByName(name: string): string | undefined {
  return codesByName().get(folded(name));
}

const codesByName = once((): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  for (const locale of LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const names = new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' });
      for (const code of all) {
        const name = NO_COUNTRY.has(code) ? undefined : names.of(code);
        if (name !== undefined && !codes.has(folded(name))) codes.set(folded(name), code);
      }
    }
  return codes;
});

/** In small letters, without accents, articles and points: `The U.S.` is `us`. */
function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:the|la|le|les)\s+|^l['’]/, '')
    .replaceAll('&', ' and ')
    .replaceAll('.', '')
    .replaceAll(/[,'’()-]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
