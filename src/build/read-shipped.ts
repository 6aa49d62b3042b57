import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadWholeReader } from '../formats/json/load-reader';
import { readInEnglish } from '../formats/json/read-in-english';
import { english } from '../base/messages/en';
import { makeTranslate } from '../base/translate';
import type { WholeDataset } from '../model/dataset';
import { mergeDatasets } from '../model/merge/merge-datasets';
import { makeEventTable } from '../model/table-builder';
import { datasetNames } from './ship-datasets';

// Now: what has imported this module loads nothing afterwards. Without it, events with rare forms of dates would not be
// counted.
await loadWholeReader();

/** A dataset that can be shipped as a script, and what a picker says of it. */
export interface ShippedFile {
  /** The file's name without `.json`: what an address calls it. */
  readonly id: string;
  /** Compact. */
  readonly json: string;
  readonly title: string;
  readonly dataset: WholeDataset;
  /** First and last day, ISO; empty where nothing has a date. */
  readonly from: string;
  readonly to: string;
}

/** The datasets of a folder, by name; `warn` is told of files that hold none. */
export function readShipped(path: string, warn: (text: string) => void): ShippedFile[] {
  return datasetNames(readdirSync(path)).flatMap((name): ShippedFile[] => {
    const id = name.replace(/\.json$/, '');
    const shipped = shippedFile(id, readFileSync(join(path, name), 'utf8'));
    if (shipped === undefined)
      warn(`${name} can't be read as a dataset: the page will not offer it. npm run data:check says why.`);
    return shipped === undefined ? [] : [shipped];
  });
}

/** How many events all of them have together, each once. */
export function countTogether(sets: readonly ShippedFile[]): number {
  return sets.length === 0
    ? 0
    : mergeDatasets(
        sets.map(({ dataset }) => dataset),
        makeTranslate('en', english),
      ).events.length;
}

function shippedFile(id: string, text: string): ShippedFile | undefined {
  const json = compact(text);
  const read = json === undefined ? undefined : readInEnglish(json, id);
  if (json === undefined || !read?.ok) return undefined;
  const { title } = read.dataset;
  const { extent, datedSize } = makeEventTable(read.dataset);
  const day = (at: number): string => (datedSize === 0 ? '' : dayOf(at));
  return {
    id,
    json,
    title,
    dataset: read.dataset,
    from: day(extent.start),
    to: day(extent.end - 1),
  };
}

/** Undefined where it isn't JSON: the page's reader mends damaged files, but a script is made of whole ones only. */
function compact(text: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function dayOf(at: number): string {
  return new Date(at).toISOString().replace(/T.*$/, '');
}
