import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createDatasetLoader } from '../../../../src/app/loading/dataset-loader';
import type { DatasetLoader } from '../../../../src/app/loading/dataset-loader';
import { english } from '../../../../src/base/messages/en';
import { ROWS_A_STEP } from '../../../../src/base/steps';
import { makeTranslate } from '../../../../src/base/translate';
import { datasetHead } from '../../../../src/model/dataset-head';
import { createTimelineStore } from '../../../../src/state/view/store';
import type { TimelineStore } from '../../../../src/state/view/store';

const translate = makeTranslate('en', english);
const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
const mapping = { date: 'date', title: 'title', actors: [{ column: 'who' }] };
const csv = 'date,title,who\n2016-02-24,Talks,Anna\n2016-02-25,More talks,Bela\n';
const rowsFile = JSON.stringify({ id: 'votes', title: 'Votes', rows: { csv: 'votes.csv', mapping } });

function make(): { readonly store: TimelineStore; readonly loader: DatasetLoader } {
  const store = createTimelineStore({}, new Set());
  return { store, loader: createDatasetLoader({ store, translate, view: {}, address: false }) };
}

/** Answers every request of the page's own host from these files, by their names. */
function answer(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>): { readonly asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    const name = url.pathname.slice(1);
    asked.push(name);
    const body = files[name];
    return body === undefined ? new Response('', { status: 404 }) : new Response(body);
  });
  return { asked };
}

afterEach(() => vi.unstubAllGlobals());

const shownIn = (store: TimelineStore) => {
  const { table, loading } = store.getState();
  return [table?.dataset.id, table?.size, loading.phase === 'failed' ? loading.problem.kind : loading.phase];
};

describe('one loader for all that a dataset may come from', () => {
  test('shows our JSON at hand before anybody waits', async () => {
    const { store, loader } = make();
    const loading = loader.load({ kind: 'text', text, name: 'here' });
    expect(shownIn(store)).toEqual(['syria-cessation-2016', 11, 'ready']);
    await loading;
  });

  test('shows JSON in short, without a version', async () => {
    const { store, loader } = make();
    const short = '{"id":"calls","events":[{"id":"c1","title":"A call","date":"2021-05-11"}]}';
    await loader.load({ kind: 'text', text: short, name: 'calls.json' });
    expect(shownIn(store)).toEqual(['calls', 1, 'ready']);
  });

  test('fetches a file of the page’s host', async () => {
    const { asked } = answer({ 'a.json': `\uFEFF${text}` });
    const { store, loader } = make();
    await loader.load({ kind: 'address', address: 'a.json' });
    expect(shownIn(store)).toEqual(['syria-cessation-2016', 11, 'ready']);
    expect(asked).toEqual(['a.json']);
  });

  test('fetches a dataset of rows and the CSV beside it, whatever the files are called', async () => {
    const { asked } = answer({ 'files/votes.txt': rowsFile, 'files/votes.csv': csv });
    const { store, loader } = make();
    await loader.load({ kind: 'address', address: 'files/votes.txt' });
    expect(shownIn(store)).toEqual(['votes', 2, 'ready']);
    expect(asked).toEqual(['files/votes.txt', 'files/votes.csv']);
  });

  test('builds JSON of more events than one slice holds', async () => {
    const many = Array.from({ length: ROWS_A_STEP + 1 }, (_, i) => ({ id: `e${i}`, title: `T ${i}`, date: '2016' }));
    const { store, loader } = make();
    await loader.load({
      kind: 'text',
      text: JSON.stringify({ schemaVersion: '1.1', id: 'many', events: many }),
      name: 'x',
    });
    expect(shownIn(store)).toEqual(['many', ROWS_A_STEP + 1, 'ready']);
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, string]>([
    ['an HTML page', '<!doctype html><p>Sorry, no</p>', 'not-json'],
    ['a table whose columns nobody has named', csv, 'not-json'],
    ['prose', 'Dear reader, hello', 'not-json'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'not-json'],
    ['nothing', '', 'not-json'],
    ['JSON of somebody else', '{"type":"FeatureCollection","features":[]}', 'no-events'],
    ['JSON that breaks off before its events', '{"schemaVersion":"1.0","title":"x', 'not-json'],
  ])('refuses %s in words, and leaves on screen what was there', async (_, body, kind) => {
    answer({ 'x.json': body });
    const { store, loader } = make();
    await loader.load({ kind: 'text', text, name: 'here' });
    const { table } = store.getState();
    await loader.load({ kind: 'address', address: 'x.json' });
    const { loading } = store.getState();
    expect(loading).toMatchObject({ phase: 'failed', problem: { kind, source: 'x.json' } });
    expect(loading.phase === 'failed' && loading.problem.detail).not.toBe('');
    expect(store.getState().table).toBe(table);
  });

  test('what is asked for last is shown, and who asked before leaves nothing behind', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    vi.stubGlobal('fetch', async (_: URL, { signal }: RequestInit) => {
      await held;
      signal?.throwIfAborted();
      return new Response(text);
    });
    const { store, loader } = make();
    const first = loader.load({ kind: 'address', address: 'late.json' });
    await loader.load({
      kind: 'text',
      text: '{"schemaVersion":"1.0","id":"b","events":[{"id":"c","title":"d"}]}',
      name: 'b',
    });
    release();
    await first;
    expect(shownIn(store)).toEqual(['b', 1, 'ready']);
  });

  test('left in the middle of reading, it shows nothing any more', async () => {
    const { store, loader } = make();
    const never = new ReadableStream<Uint8Array>({ pull: () => new Promise(() => undefined) });
    const loading = loader.load({
      kind: 'rows',
      name: 'rows.csv',
      data: never,
      mapping,
      dataset: datasetHead({ id: 'rows', title: 'Rows', actors: [] }),
    });
    await vi.waitFor(() => expect(never.locked).toBe(true));
    loader.destroy();
    await loading;
    expect(store.getState().table).toBeUndefined();
  });
});
