import type { ActorMapping, TableMapping } from '../table-mapping';
import { SHORT_TEXT, share } from './guess-columns';
import type { GuessColumn } from './guess-columns';
import type { Assigned } from './assigned';

type Texts = Pick<TableMapping, 'title' | 'summary'>;

/** Longer texts are no titles. */
const LONGEST_TITLE = 140;

/**
 * What an event is called, and what is said of it: by the headers, else the texts that nothing else is known of. A table
 * without any such text gets its titles from who does what to whom.
 */
export function guessTexts(
  assigned: Assigned,
  who: { readonly actors: readonly ActorMapping[]; readonly isDirected: boolean },
): Texts {
  const { get, take } = assigned;
  const named = get('title');
  const summary = get('summary');
  if (named !== undefined && (summary !== undefined || named.meanLength <= LONGEST_TITLE))
    return { title: named.header, ...summaryOf(summary ?? longText(assigned, named)) };
  if (named !== undefined) return { summary: named.header };
  const spare = spareTitle(assigned);
  if (spare !== undefined) {
    take(spare, 'title');
    return { title: spare.header, ...summaryOf(summary ?? longText(assigned, spare)) };
  }
  if (summary !== undefined)
    return summary.meanLength <= SHORT_TEXT ? { title: summary.header } : { summary: summary.header };
  const long = longText(assigned, undefined);
  if (long !== undefined) return { summary: long.header };
  return composed(assigned, who);
}

function summaryOf(column: GuessColumn | undefined): Pick<Texts, 'summary'> {
  return column === undefined ? {} : { summary: column.header };
}

/** Of the texts that nothing is known of the longest that is short enough for a title, where it differs by row. */
function spareTitle({ free }: Assigned): GuessColumn | undefined {
  return free()
    .filter(
      ({ cells, texts, meanLength, profile, fill }) =>
        texts >= 0.6 &&
        share(cells, (cell) => /\s/.test(cell)) >= 0.4 &&
        meanLength >= 8 &&
        meanLength <= LONGEST_TITLE &&
        fill >= 0.5 &&
        profile.distinct >= profile.filled * 0.3,
    )
    .toSorted((a, b) => b.meanLength - a.meanLength)[0];
}

function longText({ free }: Assigned, title: GuessColumn | undefined): GuessColumn | undefined {
  return free()
    .filter(
      (column) =>
        column !== title && column.texts >= 0.6 && column.meanLength > Math.max(40, (title?.meanLength ?? 0) * 1.5),
    )
    .toSorted((a, b) => b.meanLength - a.meanLength)[0];
}

/** `{author} → {recipient}`, with the kind of event where there is one. */
function composed(
  { get, free }: Assigned,
  { actors, isDirected }: { readonly actors: readonly ActorMapping[]; readonly isDirected: boolean },
): Texts {
  const what = get('type') ?? get('code');
  const kind = what === undefined ? '' : `: {${what.header}}`;
  const [first, second] = actors;
  if (first !== undefined && second !== undefined && isDirected)
    return { title: `{${first.column}} → {${second.column}}${kind}` };
  if (first !== undefined) return { title: kind === '' ? first.column : `{${first.column}}${kind}` };
  const text = free().find(({ texts, fill }) => texts >= 0.5 && fill >= 0.5);
  if (text !== undefined) return { title: text.header };
  const name = what ?? get('country') ?? get('place') ?? get('sourceName') ?? get('id');
  return name === undefined ? {} : { title: name.header };
}
