import { checkColumns } from '../../model/column-faults';
import type { EventColumns } from '../../model/event-columns';
import { hostFault } from '../../state/address/host-fields';
import { hostMistake } from '../../state/address/host-view';
import type { DatasetSource, LoadedSource, RowsSource } from './dataset-source';

const DATASET = 'a dataset: an object, its text, columns, or the rows of a CSV';
const KINDS = ['text', 'address', 'columns', 'rows', 'sets'] as const;

/**
 * What a host page gave for a dataset, as what can be loaded. Throws a TypeError (columns that don't fit together: a
 * RangeError) that says what `who` was given and expected; what stands in a dataset is for its reader to say.
 */
export function sourceFromHost(
  who: string,
  data: string | object | EventColumns | RowsSource,
  name: unknown = 'dataset',
): LoadedSource {
  if (typeof name !== 'string') throw hostMistake(who, hostFault('name', name, 'a text'));
  if (typeof data === 'string') return { kind: 'text', text: data, name };
  if (typeof data !== 'object' || data === null) throw hostMistake(who, hostFault('dataset', data, DATASET));
  if ('then' in data) throw hostMistake(who, { path: 'dataset', found: 'a promise', expected: `${DATASET}: await it` });
  if ('kind' in data && data.kind === 'rows') return checkedSource(who, data as RowsSource) as LoadedSource;
  if ('participantOffset' in data || ('start' in data && 'texts' in data))
    return { kind: 'columns', columns: checkedColumns(who, data as EventColumns) };
  return { kind: 'text', text: textOf(who, data), name };
}

/** A source that a host page wrote itself, once it is seen to be one; throws as `sourceFromHost`. */
export function checkedSource(who: string, source: DatasetSource): DatasetSource {
  const fault = (path: string, value: unknown, expected: string) =>
    hostMistake(who, hostFault(`source${path}`, value, expected));
  if (typeof source !== 'object' || source === null) throw fault('', source, 'an object with a kind');
  if (!KINDS.includes(source.kind)) throw fault('.kind', source.kind, `one of ${KINDS.slice(0, 4).join(', ')}`);
  switch (source.kind) {
    case 'text':
      if (typeof source.text !== 'string') throw fault('.text', source.text, 'a text');
      return { ...source, name: typeof source.name === 'string' ? source.name : 'dataset' };
    case 'address':
      return { kind: 'address', address: addressFromHost(who, 'source.address', source.address) };
    case 'columns':
      return { kind: 'columns', columns: checkedColumns(who, source.columns) };
    case 'rows':
      for (const name of ['mapping', 'dataset'] as const)
        if (typeof source[name] !== 'object' || source[name] === null)
          throw fault(`.${name}`, source[name], 'an object');
      if (typeof source.data !== 'string' && (typeof source.data !== 'object' || source.data === null))
        throw fault('.data', source.data, 'a text, a Blob, a stream or { address }');
      return { ...source, name: typeof source.name === 'string' ? source.name : 'rows' };
    default:
      return source;
  }
}

/** An address as text; a `URL` is one too. */
export function addressFromHost(who: string, path: string, address: unknown): string {
  const text = address instanceof URL ? address.href : address;
  if (typeof text !== 'string' || text === '') throw hostMistake(who, hostFault(path, address, 'an address'));
  return text;
}

function checkedColumns(who: string, columns: EventColumns): EventColumns {
  const fault = (path: string, value: unknown, expected: string) => hostMistake(who, hostFault(path, value, expected));
  if (typeof columns !== 'object' || columns === null) throw fault('columns', columns, 'an object of typed arrays');
  for (const [name, Kind] of [
    ['start', Float64Array],
    ['participantOffset', Uint32Array],
    ['participantActor', Uint32Array],
  ] as const)
    if (!isArrayLike(columns[name])) throw fault(`columns.${name}`, columns[name], `a ${Kind.name}`);
  const { dataset, texts } = columns;
  if (!Array.isArray(dataset?.actors)) throw fault('columns.dataset', dataset, 'a dataset as `datasetHead` makes one');
  if (typeof texts?.title?.at !== 'function')
    throw fault('columns.texts.title', texts?.title, 'a TextColumn as `textColumnOf` makes one');
  checkColumns(columns);
  return columns;
}

function isArrayLike(value: unknown): boolean {
  return ArrayBuffer.isView(value) || Array.isArray(value);
}

function textOf(who: string, dataset: object): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(dataset);
  } catch (cause) {
    const found = cause instanceof Error ? cause.message.split('\n', 1).join('') : String(cause);
    throw new TypeError(`${who}: dataset: can’t be written as JSON: ${found}`, { cause });
  }
  if (text === undefined) throw hostMistake(who, hostFault('dataset', dataset, DATASET));
  return text;
}
