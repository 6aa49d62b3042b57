import { foldDateWord } from './fold-date-text';

/** An hour, and words to the end of the text: "27 feb 2016, 00:00 damascus", "14:30 (europe/moscow)". */
const HOUR_AND_WORDS = /^(.{0,120}\b\d{1,2}:\d\d(?::\d\d)?),? \(?(\p{L}[\p{L}_/ .-]{2,40}?)\)?$/u;

/**
 * The place whose clocks an hour is of, where a folded text ends with the name of a city that has a time zone of its
 * name, or of a zone (IANA), and the text without it; undefined where it doesn't.
 */
export function placeOfHour(folded: string): { readonly text: string; readonly zone: string } | undefined {
  const [, text, place = ''] = HOUR_AND_WORDS.exec(folded) ?? [];
  if (text === undefined) return undefined;
  const zone = zonesByPlace().get(place.replaceAll('_', ' ').trim());
  return zone === undefined ? undefined : { text, zone };
}

let known: ReadonlyMap<string, string> | undefined;

/** Zones by their city and by their whole name; none in browsers that don't list them. */
function zonesByPlace(): ReadonlyMap<string, string> {
  if (known !== undefined) return known;
  // Older browsers haven't got it, whatever the types say.
  const list: ((key: 'timeZone') => string[]) | undefined = Intl.supportedValuesOf;
  const places = new Map<string, string>();
  for (const zone of list === undefined ? [] : list('timeZone')) {
    const name = foldDateWord(zone).replaceAll('_', ' ');
    places.set(name, zone);
    // Etc/GMT+2 is no place.
    if (!zone.startsWith('Etc/')) places.set(name.slice(name.lastIndexOf('/') + 1), zone);
  }
  known = places;
  return known;
}
