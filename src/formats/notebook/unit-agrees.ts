import type { WholeDataset } from '../../model/dataset';
import { plainDate } from './canonical-lines';
import { actorNamed } from './actor-names';
import type { LineOwner } from './notebook-types';
import { eventSaid, recordSaid, shortQuote } from './reading/said';
import type { SourceSaid } from './reading/said';
import { tellsSource } from './source-register';
import type { TextBlock } from './reading/text-blocks';
import type { TextState } from './text-state';
import { boundsEdtf } from './write-lines';
import { countriesIn } from './record-of-said';

/**
 * Whether lines that a dataset remembers still say what its record says: it may have been changed by what knows nothing
 * of them. Lines that aren't read say nothing.
 */
export function agreesWith(
  block: TextBlock | undefined,
  owner: LineOwner,
  state: TextState,
  dataset: WholeDataset,
): boolean {
  if (block === undefined || block.kind === 'unread') return true;
  switch (owner.kind) {
    case 'head':
      return headAgrees(state, dataset);
    case 'event':
      return eventAgrees(block, owner.id, state, dataset);
    case 'chapter':
    case 'note':
    case 'period':
      return recordAgrees(block, owner, state, dataset);
    case 'source':
    case 'actor':
      return true;
  }
}

/** What the text doesn't say of the dataset the dataset may say by itself. */
function headAgrees({ headSaid }: TextState, { title, asOf, language, description }: WholeDataset): boolean {
  const agrees = (key: string, value: string | undefined): boolean =>
    !Object.hasOwn(headSaid, key) || headSaid[key] === value;
  return (
    agrees('title', title) &&
    agrees('asOf', asOf?.edtf) &&
    agrees('description', description) &&
    (!Object.hasOwn(headSaid, 'lang') || language !== undefined)
  );
}

function eventAgrees(block: TextBlock, id: string, state: TextState, dataset: WholeDataset): boolean {
  const event = dataset.events.find((each) => each.id === id);
  if (event === undefined) return false;
  const said = eventSaid(block, state.dateOf(block));
  const parties = said.parties.map(({ name, role }) => [actorNamed(name, dataset.actors)?.id, role]);
  return (
    clean(said.title) === event.title &&
    same(said.date, plainDate(event)) &&
    same(
      parties,
      event.participants.map(({ actor, role }) => [actor, role]),
    ) &&
    said.type === event.type &&
    same(
      said.status,
      event.status.map(({ value }) => value),
    ) &&
    clean(said.summary) === event.summary &&
    said.media?.src === event.media?.src &&
    evidenceAgrees(said.evidence, event.evidence, dataset)
  );
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Texts of a dataset are in one normal form. */
function clean(text: string | undefined): string | undefined {
  return text?.normalize('NFC');
}

function evidenceAgrees(
  said: readonly SourceSaid[],
  evidence: readonly { readonly source: string; readonly quote: string | undefined }[],
  { sources }: WholeDataset,
): boolean {
  if (said.length !== evidence.length) return false;
  return evidence.every(({ source, quote }, at) => {
    const found = sources.find(({ id }) => id === source);
    const line = said[at];
    return (
      found !== undefined &&
      line !== undefined &&
      tellsSource(line, found) &&
      clean(line.quote) === (quote === undefined ? undefined : shortQuote(quote))
    );
  });
}

function recordAgrees(block: TextBlock, { kind, id }: LineOwner, state: TextState, dataset: WholeDataset): boolean {
  const said = recordSaid(block, state.dateOf(block));
  if (kind === 'period') {
    const period = dataset.periods.find((each) => each.id === id);
    const { text, countries } = countriesIn(said.text);
    return (
      period !== undefined &&
      clean(text) === period.label &&
      said.date === period.date.edtf &&
      countries.join() === period.countries.join() &&
      evidenceAgrees(said.evidence, period.evidence, dataset)
    );
  }
  if (kind === 'chapter') {
    const chapter = dataset.chapters.find((each) => each.id === id);
    return (
      chapter !== undefined &&
      clean(said.text) === chapter.title &&
      clean(said.summary) === chapter.text &&
      said.date === boundsEdtf(chapter) &&
      evidenceAgrees(said.evidence, chapter.evidence, dataset)
    );
  }
  const note = dataset.notes.find((each) => each.id === id);
  const text = [said.text, ...(said.summary === undefined ? [] : [said.summary])].join('\n');
  return (
    note !== undefined &&
    clean(text) === note.text &&
    said.date === boundsEdtf(note) &&
    evidenceAgrees(said.evidence, note.evidence, dataset)
  );
}
