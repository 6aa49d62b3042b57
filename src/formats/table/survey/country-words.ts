import { MORE_COUNTRY_NAMES } from '../../../base/messages/country-names';

/** The page's languages and those that headers are known in. */
const LANGUAGES = ['en', 'ru', 'ar', 'fr', 'de', 'es', 'zh', 'pt'];

let names: ReadonlySet<string> | undefined;
let codes: ReadonlySet<string> | undefined;

/** Whether a text is a code of ISO 3166-1 alpha-2, in capitals or not: `NA` is Namibia. */
export function isCountryCode(text: string): boolean {
  return /^[A-Za-z]{2}$/.test(text) && (codes ??= allCodes()).has(text.toUpperCase());
}

/** Whether a text names a country in one of eight languages. */
export function isCountryName(text: string): boolean {
  names ??= allNames();
  return names.has(folded(text));
}

function folded(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(?:the|la|le|les|l['’]|die|der|los|el)\s+/, '');
}

function allCodes(): ReadonlySet<string> {
  const region = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found = new Set<string>();
  for (let first = 65; first <= 90; first++)
    for (let second = 65; second <= 90; second++) {
      const code = String.fromCharCode(first, second);
      if (region.of(code) !== undefined && code !== 'ZZ') found.add(code);
    }
  return found;
}

function allNames(): ReadonlySet<string> {
  codes ??= allCodes();
  const found = new Set(MORE_COUNTRY_NAMES.split(' ').map((name) => name.replaceAll('_', ' ')));
  for (const language of LANGUAGES)
    for (const style of ['long', 'short'] as const) {
      const region = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' });
      for (const code of codes) {
        const name = region.of(code);
        if (name !== undefined) found.add(folded(name));
      }
    }
  return found;
}
