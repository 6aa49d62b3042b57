import type { CsvMapping } from '../../formats/table/mapping';
import type { Dataset } from '../../model/dataset';
import type { EventColumns } from '../../model/event-columns';
import type { DatasetCatalogue } from '../../state/view/dataset-catalogue';

/** A text that may be long: at hand, a file, a stream of UTF-8, or an address on the page's own host. */
export type TextData = string | Blob | ReadableStream<Uint8Array> | { readonly address: string };

/** Where a dataset comes from: what can be loaded, or what the page ships (shipped-datasets.ts loads that). */
export type DatasetSource = LoadedSource | SetSource;

export type LoadedSource =
  /** A file's text at hand, of any format that the registry has: a dataset as JSON, or one whose rows stand in a CSV. */
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

/** A dataset whose events are the rows of a CSV, read as the mapping says. */
export interface RowsSource {
  readonly kind: 'rows';
  /** What a reader calls it: the file's name. */
  readonly name: string;
  /** The CSV, UTF-8. A stream can be read once, so that loading it again isn't offered. */
  readonly data: TextData;
  readonly mapping: CsvMapping;
  /**
   * Everything but events: title, as-of day, sources; its actors are known by the names in the rows. `datasetHead`
   * makes one.
   */
  readonly dataset: Dataset;
}

/** What a reader of the page calls it. */
export function nameOfSource(from: LoadedSource | { readonly kind: 'reading'; readonly name: string }): string {
  switch (from.kind) {
    case 'address':
      return from.address;
    case 'columns':
      return from.columns.dataset.title;
    default:
      return from.name;
  }
}
