import { isRecord } from './decode';
import { pointerPart } from '../rejections';
import type { RecordPlace } from '../rejections';

/** Where a record of one of the file's lists stands, and what to call it: its id, else its title. */
export function placeOf(listName: 'sources' | 'actors' | 'events', index: number, record: unknown): RecordPlace {
  return { pointer: `/${listName}${pointerPart(index)}`, record: nameOf(record) };
}

function nameOf(record: unknown): string | undefined {
  if (!isRecord(record)) return undefined;
  const name = ['id', 'title', 'label']
    .map((key) => (Object.hasOwn(record, key) ? record[key] : undefined))
    .find((value) => typeof value === 'string');
  return typeof name === 'string' ? name.slice(0, 80) : undefined;
}
