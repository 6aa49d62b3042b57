import { MOST_JSON_BYTES, readDataset } from '../ingest/read-dataset';
import type { WholeDataset } from '../model/dataset';
import type { Rejection } from '../model/rejection';
import type { LoadProblem } from '../state/timeline-state';

/** A dataset with what had to be left out of it, or why there is none. */
export type Loaded =
  | { readonly ok: true; readonly dataset: WholeDataset; readonly rejections: readonly Rejection[] }
  | { readonly ok: false; readonly problem: LoadProblem };

/** Where a dataset comes from: its text at hand, or an address to fetch. */
export type DatasetSource =
  | { readonly kind: 'text'; readonly text: string; readonly name: string }
  | { readonly kind: 'address'; readonly address: string };

/** Fetches if need be, reads and checks. Never throws: the world failing is a LoadProblem with what a person needs to act. */
export async function loadDataset(source: DatasetSource, signal?: AbortSignal): Promise<Loaded> {
  if (source.kind === 'text') return readText(source.text, source.name);
  const fetched = await fetchText(source.address, signal);
  return typeof fetched === 'string' ? readText(fetched, source.address) : { ok: false, problem: fetched };
}

/** Checks a text that is at hand; the same as `loadDataset` without waiting. */
export function readText(text: string, name: string): Loaded {
  const read = readDataset(text, name);
  return read.ok ? read : { ok: false, problem: { source: name, ...read.problem } };
}

async function fetchText(address: string, signal: AbortSignal | undefined): Promise<string | LoadProblem> {
  const fault = (kind: LoadProblem['kind'], detail: string): LoadProblem => ({ kind, source: address, detail });
  if (self.location.protocol === 'file:' || self.origin === 'null') return fault('no-fetch', '');
  const url = allowedAddress(address);
  if (url === undefined) return fault('not-allowed', address);
  try {
    const response = await fetch(url, { ...(signal === undefined ? {} : { signal }), credentials: 'omit', redirect: 'error' });
    if (!response.ok) return fault(response.status === 404 ? 'missing' : 'network', `HTTP ${response.status}`);
    const length = Number(response.headers.get('content-length') ?? 0);
    if (length > MOST_JSON_BYTES) return fault('too-large', `${Math.round(length / 1e6)} MB`);
    return await response.text();
  } catch (error) {
    return fault('network', error instanceof Error ? error.message : String(error));
  }
}

/** Only files of the page's own origin; other hosts are for a list made at build. Undefined for anything else. */
function allowedAddress(address: string): URL | undefined {
  try {
    const url = new URL(address, self.location.href);
    const isOwn = url.origin === new URL(self.location.href).origin;
    return isOwn && ['http:', 'https:'].includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
