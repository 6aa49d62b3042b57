import { known, knownColumns } from './known-columns';
import type { Preset } from './preset';

/** Letters between people and cities, as Palladio and Early Modern Letters Online list them. */
export const letters: Preset = {
  id: 'letters',
  name: 'Palladio',
  find: ({ headers = [] }) => {
    const { get, has } = knownColumns(headers);
    const author = get('Letter Author') ?? get('Author');
    const recipient = get('Letter Recipient') ?? get('Recipient') ?? get('Addressee');
    const date = get('Date') ?? get('Letter Date');
    if (has('Full Name', 'Gender') && date === undefined)
      return { mapping: {}, missing: (t) => t('preset.letters.people') };
    if (has('City Name', 'Coordinates') && date === undefined)
      return { mapping: {}, missing: (t) => t('preset.letters.cities') };
    if (author === undefined || recipient === undefined || date === undefined) return undefined;
    const from = ['Source City', 'Source State', 'Source Country'].flatMap((name) => get(name) ?? []);
    const to = get('Destination City');
    return {
      mapping: known({
        preset: 'letters',
        date,
        id: get('Letter ID'),
        title: 'Letter',
        summary: from.length > 0 && to !== undefined ? 'Way' : undefined,
        actors: [
          { column: author, role: 'speaker' as const, kind: 'person' as const },
          { column: recipient, role: 'addressee' as const, kind: 'person' as const },
        ],
        type: 'statement' as const,
        place: from.length > 0 ? from[0] : undefined,
        derive: [
          // The one that nobody names is a question mark: an arrow with one end would look like the other.
          { as: 'Letter', compose: `{${author}|?} → {${recipient}|?}` },
          ...(from.length > 0 && to !== undefined ? [{ as: 'Way', compose: `{${from[0] ?? ''}}[ → {${to}}]` }] : []),
        ],
      }),
      notes: (t) => [{ kind: 'settled', text: t('preset.letters.roles') }],
    };
  },
};
