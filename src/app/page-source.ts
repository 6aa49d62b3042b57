import type { SharedOptions } from '../state/shared-view';
import type { DatasetSource } from './load-dataset';

/** The id of the script element that holds the default dataset; build/inline-dataset.ts writes it. */
const INLINED = 'default-dataset';

/** The dataset that an address asks for: a file (`data`), a shipped one (`set`), or the page's own. */
export function pageSource({ data, set }: SharedOptions): DatasetSource {
  if (data !== undefined) return { kind: 'address', address: data };
  const text = document.querySelector(`#${INLINED}`)?.textContent ?? '';
  if (set === undefined || set === idOf(text)) return { kind: 'text', text, name: 'dataset of this page' };
  return { kind: 'address', address: `./data/${encodeURIComponent(set)}.json` };
}

/** The id of a dataset's text; undefined when it can't be read, which whoever loads it will say in full. */
function idOf(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && 'id' in parsed ? parsed.id : undefined;
  } catch {
    return undefined;
  }
}
