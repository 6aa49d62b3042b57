import { cleanText } from '../../src/base/clean-text';
import { HOSTILE_STRINGS } from '../fixtures/hostile-strings';

/** A text for one field of one record; each comes from the same hostile string. */
type Text = (most?: number) => string;

/** A dataset as its file has it. */
export interface FileSet extends Record<string, unknown> {
  readonly events: readonly FileEvent[];
}

export interface FileEvent extends Record<string, unknown> {
  readonly id: string;
}

/** Longest text that is loaded at all, in most fields and in the long ones; beyond it only that field is left out. */
const LONGEST = 500;

/** Cut without parting a surrogate pair, which would become another text on the way. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

/** The string where it can stand as an id: one line, not too long, not empty once it is cleaned. Else a name for it. */
function idFrom(text: string, name: string): string {
  const clean = cleanText(text);
  return clean.trim() === '' || clean.length > 120 || /[\r\n]/.test(text) ? name : clean;
}

/**
 * A dataset with one event for each string, in which every text field of event, actor and source is that string, and so
 * is each id that it can be. Strings too long for a field are cut to what is still loaded.
 */
export function hostileDataset(strings: readonly string[], head: string): FileSet {
  const taken = new Set<string>();
  const unique = (id: string): string => {
    let free = id;
    for (let n = 2; taken.has(free); n += 1) free = `${id} ${n}`;
    taken.add(free);
    return free;
  };
  const parts = strings.map((string, at) => {
    const text: Text = (most = LONGEST) => (cleanText(string).trim() === '' ? `empty ${at}` : cut(string, most));
    const name = (kind: string) => unique(idFrom(string, `${kind}-${at}`));
    return { text, at, event: name('event'), claim: name('claim'), actor: name('actor'), source: name('source') };
  });
  return {
    schemaVersion: '1.0',
    id: idFrom(head, 'hostile'),
    title: cut(head, LONGEST),
    description: cut(head, LONGEST),
    asOf: '2020-12-31',
    licence: cut(head, LONGEST),
    curators: [cut(head, LONGEST)],
    modified: cut(head, LONGEST),
    version: cut(head, LONGEST),
    corrections: [{ date: '2020-01-01', text: cut(head, LONGEST) }],
    sources: parts.map(({ text, source }) => ({
      id: source,
      kind: 'news',
      publisher: text(),
      ownership: text(),
      title: text(),
      dateline: text(),
      url: null,
      note: text(),
      grade: 'C',
    })),
    actors: parts.map(({ text, actor }) => ({
      id: actor,
      label: text(),
      kind: 'person',
      countries: ['SY'],
      altNames: [text()],
      offices: [text(), { title: text(), country: 'SY' }],
      designations: [{ by: text(), what: text(), accordingTo: text() }],
      note: text(),
    })),
    events: parts.map(({ text, at, event, claim, actor, source }) => ({
      id: event,
      title: text(),
      label: text(),
      summary: text(),
      type: 'talks',
      mode: text(),
      date: { edtf: dayAfter(at), basis: 'stated', display: text(), note: text() },
      participants: [{ actor, role: 'party', office: text(), claimedBy: text() }],
      place: { label: text(), country: 'SY' },
      evidence: [{ source, locator: text(), find: text(), quote: text(), supports: ['date', 'summary'] }],
      statements: [{ speaker: actor, kind: 'direct', text: text(), quote: text() }],
      claims: [{ id: claim, claimedBy: text(), text: text(), about: event }],
      attribution: { voice: text(), via: text() },
      caveats: [
        { kind: 'ambiguity', text: text() },
        { kind: 'one-sided', text: text() },
      ],
      relations: at === 0 ? [] : [{ type: 'continues', to: parts[at - 1]!.event }],
    })),
  };
}

/** Every hostile string, in datasets of so many events each. */
export function hostileDatasets(size: number): readonly FileSet[] {
  const sets: FileSet[] = [];
  for (let at = 0; at < HOSTILE_STRINGS.length; at += size) {
    sets.push(hostileDataset(HOSTILE_STRINGS.slice(at, at + size), HOSTILE_STRINGS[at + 1] ?? HOSTILE_STRINGS[at]!));
  }
  return sets;
}

function dayAfter(days: number): string {
  return new Date(Date.UTC(2016, 0, 1 + days)).toISOString().slice(0, 10);
}
