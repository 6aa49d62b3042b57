import { parseUrl } from '../../base/parse-url';

/** Who publishes under a host's name, and under the names below it. */
const KNOWN: Readonly<Partial<Record<string, string>>> = {
  'afp.com': 'AFP',
  'aljazeera.com': 'Al Jazeera',
  'aljazeera.net': 'Al Jazeera',
  'apnews.com': 'Associated Press',
  'bbc.co.uk': 'BBC News',
  'bbc.com': 'BBC News',
  'dw.com': 'Deutsche Welle',
  'europa.eu': 'European Union',
  'ft.com': 'Financial Times',
  'gov.uk': 'UK Government',
  'interfax.ru': 'Interfax',
  'kremlin.ru': 'President of Russia',
  'lemonde.fr': 'Le Monde',
  'mid.ru': 'Russian Foreign Ministry',
  'nato.int': 'NATO',
  'nytimes.com': 'The New York Times',
  'osce.org': 'OSCE',
  'reuters.com': 'Reuters',
  'ria.ru': 'RIA Novosti',
  'sana.sy': 'SANA',
  'spiegel.de': 'Der Spiegel',
  'state.gov': 'U.S. Department of State',
  'tass.com': 'TASS',
  'tass.ru': 'TASS',
  'theguardian.com': 'The Guardian',
  'un.org': 'United Nations',
  'undocs.org': 'United Nations',
  'washingtonpost.com': 'The Washington Post',
  'whitehouse.gov': 'The White House',
  'wikipedia.org': 'Wikipedia',
  'xinhuanet.com': 'Xinhua',
};

/** Hosts under which everybody publishes: their name says nothing. */
const EVERYBODYS = new Set([
  'doi.org',
  'bit.ly',
  't.co',
  'archive.org',
  'archive.ph',
  'archive.today',
  'drive.google.com',
]);
/** Second labels that are part of what ends a host's name: `co.uk`. */
const ENDS = new Set(['co', 'com', 'org', 'net', 'ac', 'edu']);
const STATES = new Set(['gov', 'gob', 'gouv', 'mil', 'govt']);
/** Longer names than that are no abbreviations. */
const LONGEST_ABBREVIATION = 4;

/**
 * Who publishes what is at an address, as far as its host's name tells: from a short list, else the name itself
 * (`daily-news.example` is "Daily News"). A suggestion and no more; undefined where the name says nothing.
 */
export function publisherOfAddress(address: string): string | undefined {
  // What an archive keeps is somebody else's.
  const kept = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(https?:\/\/.+)$/i.exec(address)?.[1];
  const host = parseUrl(kept ?? address)?.hostname.toLowerCase() ?? '';
  const labels = host.split('.');
  if (labels.length < 2 || /^[\d.]+$|:/.test(host)) return undefined;
  for (let from = 0; from < labels.length - 1; from++) {
    const name = labels.slice(from).join('.');
    if (EVERYBODYS.has(name)) return undefined;
    const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
    if (known !== undefined) return known;
  }
  return nameOfLabels(labels);
}

function nameOfLabels(labels: readonly string[]): string | undefined {
  const ending = ENDS.has(labels.at(-2) ?? '') && labels.length > 2 ? 2 : 1;
  const own = labels.slice(0, -ending);
  // Of a state's own pages the whole name tells more than a part of it.
  if (labels.slice(1).some((label) => STATES.has(label))) return labels.filter((label) => label !== 'www').join('.');
  const label = own.at(-1) ?? '';
  // Letters of other scripts stand there in code.
  if (label === '' || label.startsWith('xn--')) return undefined;
  if (label.length <= LONGEST_ABBREVIATION) return label.toUpperCase();
  return label
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
