import { EVENT_TYPES, ROLES, TONES } from '../../../model/vocabulary';
import { known, knownColumns } from './known-columns';
import { NAME_SEPARATOR, OWN_COLUMNS, isOwnHeader } from './own-columns';
import type { Preset } from './preset';

/** The tables that the page itself writes, as CSV, as a sheet and for the clipboard: nothing of them is asked. */
export const ownTable: Preset = {
  id: 'own-table',
  name: 'CSV',
  find: ({ headers = [] }) => {
    if (!isOwnHeader(headers)) return undefined;
    const { get } = knownColumns(headers);
    const separator = NAME_SEPARATOR.trim();
    const type = get(OWN_COLUMNS.type);
    const tone = get(OWN_COLUMNS.tone);
    const cameo = get(OWN_COLUMNS.cameo);
    const countries = get(OWN_COLUMNS.countries);
    const importance = get(OWN_COLUMNS.importance);
    return {
      mapping: known({
        preset: 'own-table',
        id: get(OWN_COLUMNS.id),
        date: get(OWN_COLUMNS.date),
        title: get(OWN_COLUMNS.title),
        type: type === undefined ? undefined : { column: type, values: wordsOf(EVENT_TYPES), known: true },
        status: get(OWN_COLUMNS.status),
        actors: ROLES.flatMap((role) => {
          const column = get(role);
          return column === undefined ? [] : [{ column, role, separator }];
        }),
        countries: countries === undefined ? undefined : { column: countries, separator },
        place: get(OWN_COLUMNS.place),
        placeCountry: get(OWN_COLUMNS.placeCountry),
        summary: get(OWN_COLUMNS.summary),
        source: {
          ...known({
            name: get(OWN_COLUMNS.publisher),
            title: get(OWN_COLUMNS.sourceTitle),
            published: get(OWN_COLUMNS.published),
            address: get(OWN_COLUMNS.link),
            quote: get(OWN_COLUMNS.quote),
          }),
          paired: true,
        },
        importance: importance === undefined ? undefined : { column: importance },
        tone: tone === undefined ? undefined : { column: tone, values: wordsOf(TONES) },
        cameo: cameo === undefined ? undefined : { column: cameo, scheme: 'cameo' as const },
      }),
    };
  },
};

function wordsOf<Word extends string>(words: readonly Word[]): Readonly<Record<Word, Word>> {
  return Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;
}
