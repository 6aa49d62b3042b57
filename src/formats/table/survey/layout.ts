import { andThen } from '../../../base/awaitable';
import type { Awaitable } from '../../../base/awaitable';
import type { LoadProblem } from '../../../model/load-problem';
import type { RecordHead, RecordSettings, RecordSource } from '../../record-source';
import type { TableLayout } from '../table-mapping';
import { filledWidth, uniqueHeaders } from './column-headers';
import type { LaidOutSource } from './laid-out-source';
import { turned } from './turned-records';

/**
 * A table as a layout says that it stands: `headers` are the names that `TableMapping` speaks of, and what is above the
 * header is no record. Lines stay those of the file; of one that was turned they are the numbers of its columns.
 * `header` absent: the form's own headers, or the first record.
 */
export function layOut(source: RecordSource, layout: TableLayout): Awaitable<LaidOutSource | LoadProblem> {
  const chosen = source.with(recordSettings(layout));
  return andThen(chosen.head(), (head) => {
    if ('kind' in head) return head;
    if (layout.header === 'side') return turned(chosen, head);
    return underHeader(chosen, head, layout);
  });
}

/** The settings by which a layout's records are read. */
function recordSettings({ encoding, delimiter, sheet }: TableLayout): RecordSettings {
  return {
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(sheet !== undefined && { sheet }),
  };
}

function underHeader(source: RecordSource, head: RecordHead, { header, headers: given }: TableLayout): LaidOutSource {
  const line = header === 'none' ? 0 : typeof header === 'number' ? header : 1;
  const own =
    source.headers !== undefined || header === 'none' ? undefined : head.records.find((record) => record.line >= line);
  const records = own === undefined ? head.records : head.records.filter((record) => record.line > own.line);
  const cells = source.headers ?? own?.cells ?? given ?? [];
  const width = Math.max(cells.length, ...records.map((record) => filledWidth(record.cells)));
  const under: RecordHead = {
    ...head,
    records,
    count: head.count === undefined ? undefined : head.count - head.records.length + records.length,
  };
  const headers = uniqueHeaders(Array.from({ length: width }, (_, at) => cells[at] ?? ''));
  const laid: LaidOutSource = {
    ...source,
    headers,
    // Its header is found: laid out once more it is what it is.
    with: (settings) => (Object.keys(settings).length === 0 ? laid : source.with(settings)),
    head: () => under,
    read: (take, turn) =>
      source.read(
        own === undefined
          ? take
          : (taken, at) => {
              if (at > own.line) take(taken, at);
            },
        turn,
      ),
  };
  return laid;
}
