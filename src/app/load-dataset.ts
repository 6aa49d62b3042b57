import { CodeMissing, withLazyCode } from '../base/lazy-code';
import type { Translate } from '../base/translate';
import { MOST_JSON_BYTES, readDataset } from '../formats/json/read-dataset';
import type { WholeDataset } from '../model/dataset';
import type { Rejection } from '../model/rejection';
import type { EventColumns } from '../model/column-table';
import type { DatasetCatalogue } from '../state/view/dataset-catalogue';
import type { LoadProblem } from '../state/view/timeline-state';
import { fetchAllowed } from './fetch-allowed';
import type { RowsSource } from './load-rows';

/** A dataset with what had to be left out of it, or why there is none. */
export type Loaded =
  | { readonly ok: true; readonly dataset: WholeDataset; readonly rejections: readonly Rejection[] }
  | { readonly ok: false; readonly problem: LoadProblem };

/** Where a dataset comes from: what can be loaded, or what the page ships (shipped-sets.ts loads that). */
export type DatasetSource = LoadedSource | SetSource;

export type LoadedSource =
  /** JSON at hand: a dataset, or one whose rows stand in a CSV. */
  | { readonly kind: 'text'; readonly text: string; readonly name: string }
  /** The same to be fetched. */
  | { readonly kind: 'address'; readonly address: string }
  /** Events as typed arrays, which must not be changed afterwards. */
  | { readonly kind: 'columns'; readonly columns: EventColumns }
  | RowsSource;

/** Datasets that the page ships, laid together where there are several. */
interface SetSource {
  readonly kind: 'sets';
  readonly ids: readonly string[];
  readonly catalogue: DatasetCatalogue;
}

/**
 * Reads and checks the JSON of a dataset: at once, unless it asks for code that isn't here. What a file is too wrong
 * for is a LoadProblem with what a person needs to act; never rejects.
 */
export function readText(text: string, name: string, t: Translate): Loaded | Promise<Loaded> {
  const read = withLazyCode(() => readNow(text, name, t));
  return read instanceof Promise
    ? read.catch((error: unknown) => ({ ok: false, problem: codeProblem(error, name) }))
    : read;
}

function readNow(text: string, name: string, t: Translate): Loaded {
  const read = readDataset(text, name, t);
  return read.ok ? read : { ok: false, problem: { source: name, ...read.problem } };
}

/** What a reader is told where a part of the program can't be had. Throws any other error again. */
export function codeProblem(error: unknown, source: string): LoadProblem {
  if (!(error instanceof CodeMissing)) throw error;
  return { kind: 'no-code', source, detail: error.message };
}

/** The text of a JSON file on the page's own host. Never rejects: the world failing is a LoadProblem. */
export async function fetchText(address: string, signal: AbortSignal | undefined): Promise<string | LoadProblem> {
  const response = await fetchAllowed(address, signal);
  if (!(response instanceof Response)) return response;
  const length = Number(response.headers.get('content-length') ?? 0);
  if (length > MOST_JSON_BYTES) return { kind: 'too-large', source: address, detail: `${Math.round(length / 1e6)} MB` };
  try {
    return await response.text();
  } catch (error) {
    return { kind: 'network', source: address, detail: error instanceof Error ? error.message : String(error) };
  }
}
