import { randomId } from '../../base/random-id';
import { withoutIsolates } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { WholeDataset } from '../../model/dataset';
import { notebookLines } from '../notebook-lines';

/** A timeline with nothing in it. */
export function newDataset(t: Translate): WholeDataset {
  return {
    schemaVersion: '1.1',
    id: freshId('timeline'),
    title: t('write.new.title'),
    description: undefined,
    language: t.locale,
    asOf: undefined,
    licence: undefined,
    opening: undefined,
    curators: [],
    modified: undefined,
    version: undefined,
    corrections: [],
    sources: [],
    actors: [],
    chapters: [],
    notes: [],
    periods: [],
    events: [],
  };
}

/** What a new timeline begins with: its title, and three lines that work, to be written over. */
export function newText(t: Translate): string {
  return `# ${withoutIsolates(t('write.new.title'))}\n${notebookLines(t)}`;
}

/** A set that ships with the page stays as it is: what is written on is a copy, and is called so. */
export function copyOf(dataset: WholeDataset, t: Translate): WholeDataset {
  return {
    ...dataset,
    id: freshId(dataset.id),
    title: t('write.copy.title', { title: dataset.title }),
    // Whoever corrects the set goes on correcting the set.
    version: undefined,
    modified: undefined,
  };
}

function freshId(stem: string): string {
  return `${stem}-${randomId().slice(0, 8)}`;
}
