import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
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

const latin1 = (letters: string) => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
/** The file of an older Office program, with the name of one of its parts. */
const compound = (name: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1016),
      Buffer.from(`${name}\0`.padEnd(64, '\0'), 'utf16le'),
    ]),
  );
const BROKEN_OFF = 'it breaks off before its end: it was perhaps not saved or loaded whole';
const utf16 = (letters: string) => new Uint8Array(Uint16Array.from(letters, (letter) => letter.charCodeAt(0)).buffer);

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

  test.each([
    ['a gzip file', () => gzipSync(text)],
    ['a ZIP file of one dataset', () => zipSync({ 'a/.DS_Store': strToU8('x'), 'a/data.json': strToU8(text) })],
    ['a ZIP file with something else first', () => zipSync({ 'a.pdf': strToU8('%PDF-1.7'), 'b.json': strToU8(text) })],
  ])('unpacks %s of the page’s host', async (_, pack) => {
    answer({ 'packed.bin': Uint8Array.from(pack()) });
    const { store, loader } = make();
    await loader.load({ kind: 'address', address: new URL('packed.bin', location.href).href });
    expect(shownIn(store)).toEqual(['syria-cessation-2016', 11, 'ready']);
  });

  test('reads a dataset and its rows out of one ZIP file', async () => {
    answer({ 'votes.zip': Uint8Array.from(zipSync({ 'rows.json': strToU8(rowsFile), 'votes.csv': strToU8(csv) })) });
    const { store, loader } = make();
    await loader.load({ kind: 'address', address: new URL('votes.zip', location.href).href });
    expect(shownIn(store)).toEqual(['votes', 2, 'ready']);
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

  test.each<[string, string | Uint8Array<ArrayBuffer>, string, string]>([
    ['an HTML page', '<!doctype html><p>Sorry, no</p>', 'web-page', ''],
    ['a page of a login', '\n\n<HTML><HEAD><TITLE>Sign in</TITLE></HEAD>', 'web-page', ''],
    ['XML', '<?xml version="1.0"?><data/>', 'other-kind', 'XML'],
    ['a table without dates', 'name,room\nAnna,12\nBo,14\n', 'no-dates', 'name, room'],
    ['prose', 'Dear reader, hello', 'not-json', 'line 1, column 1: not valid JSON'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'other-kind', 'PNG'],
    ['a PDF', '%PDF-1.7\n', 'other-kind', 'PDF'],
    ['a part of a ZIP', latin1('PK\x03\x04\x14\0\0\0a.json'), 'damaged', BROKEN_OFF],
    ['a RAR', latin1('Rar!\x1A\x07\x01\0'), 'archive', 'RAR'],
    ['the head of a gzip file', latin1('\x1F\x8B\b\0\0\0'), 'damaged', BROKEN_OFF],
    ['an older sheet', compound('Workbook'), 'other-kind', 'Excel 97-2003 (XLS)'],
    ['a sheet under a password', compound('EncryptedPackage'), 'protected', 'Microsoft Office'],
    ['UTF-16 with its mark', utf16(`\uFEFF${text}`), 'encoding', 'UTF-16'],
    ['UTF-16 without', utf16(text), 'encoding', 'UTF-16'],
    ['JSON Lines without dates', '{"id":"a","title":"b"}\n{"id":"c","title":"d"}\n', 'no-dates', 'id, title'],
    ['nothing', '', 'empty', ''],
    ['blanks', ' \r\n\t', 'empty', ''],
    [
      'JSON of somebody else',
      '{"type":"FeatureCollection","features":[]}',
      'no-events',
      'there is no list of "events"',
    ],
    [
      'JSON that breaks off before its events',
      '{"schemaVersion":"1.0","title":"x',
      'not-json',
      'line 1, column 32: not valid JSON',
    ],
  ])('refuses %s in words, and leaves on screen what was there', async (_, body, kind, detail) => {
    answer({ 'x.json': body });
    const { store, loader } = make();
    await loader.load({ kind: 'text', text, name: 'here' });
    const { table } = store.getState();
    await loader.load({ kind: 'address', address: 'x.json' });
    const { loading } = store.getState();
    expect(loading).toEqual({ phase: 'failed', problem: { kind, source: 'x.json', detail } });
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

  test('reads JSON of another encoding as far as it can be, and says what is lost', async () => {
    answer({ 'x.json': latin1('{"schemaVersion":"1.1","events":[{"id":"a","title":"Caf\xE9"}]}') });
    const { store, loader } = make();
    await loader.load({ kind: 'address', address: 'x.json' });
    expect(shownIn(store)).toEqual(['x', 1, 'ready']);
    expect(store.getState().rejections).toEqual([
      expect.objectContaining({
        effect: 'noted',
        expected: 'text in UTF-8; the characters that stand as “�” are lost',
        found: expect.stringContaining('Caf�') as string,
      }),
    ]);
  });

  test.each([
    [404, 'missing'],
    [410, 'missing'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [429, 'server'],
    [500, 'server'],
    [503, 'server'],
  ])('says of an answer %i what it means, however long its page is', async (status, kind) => {
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel: () => {
        cancelled = true;
      },
    });
    vi.stubGlobal('fetch', async () => new Response(endless, { status }));
    const { store, loader } = make();
    await loader.load({ kind: 'address', address: 'x.json' });
    expect(store.getState().loading).toEqual({
      phase: 'failed',
      problem: { kind, source: 'x.json', detail: `HTTP ${status}` },
    });
    expect(cancelled).toBe(true);
  });

  test.each([
    [
      'dates that can be read two ways',
      'When,What\n3/4/2016,A call\n5/6/2016,Another\n2016-02-01,A third\n',
      [3, 3],
      [['a.csv', 'When', '3/4/2016', 'noted', 2]],
    ],
    [
      'a cell that is no date',
      'When,What\n2016-02-01,A call\n2016-02-02,Another\nsoon,A third\n',
      [3, 2],
      [['line 4, column 1', 'When', 'soon', 'noted', undefined]],
    ],
  ] as const)('a table by address is read as far as it is certain, and %s told', async (_, body, sizes, told) => {
    answer({ 'a.csv': body });
    const { store, loader } = make();
    await loader.load({ kind: 'address', address: 'a.csv' });
    const { table, loading, rejections } = store.getState();
    expect([loading.phase, table?.size, table?.datedSize]).toEqual(['ready', ...sizes]);
    expect(rejections.map(({ where, field, found, effect, count }) => [where, field, found, effect, count])).toEqual(
      told,
    );
  });

  test('says that an address leads elsewhere, and that there is no connection', async () => {
    const redirect = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
    vi.stubGlobal('fetch', async (_: URL, { redirect: how }: RequestInit) => (how === 'manual' ? redirect : undefined));
    const { store, loader } = make();
    await loader.load({ kind: 'address', address: 'x.json' });
    expect(shownIn(store)[2]).toBe('redirected');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await loader.load({ kind: 'address', address: 'x.json' });
    expect(shownIn(store)[2]).toBe('network');
  });

  describe('JSON by address from a host that', () => {
    /** A host that sends a dataset and then goes on as it likes. */
    function host(more: (sent: number) => Uint8Array | 'wait' | 'end', headers: Record<string, string> = {}) {
      const seen = { sent: 0, isCancelled: false, isAborted: false };
      const body = new ReadableStream<Uint8Array>({
        pull: async (controller) => {
          const part =
            seen.sent === 0 ? new TextEncoder().encode(`${text.trimEnd().slice(0, -1)},"x":"`) : more(seen.sent);
          if (part === 'wait') return new Promise(() => undefined);
          if (part === 'end') return controller.close();
          seen.sent += part.length;
          controller.enqueue(part);
        },
        cancel: () => {
          seen.isCancelled = true;
        },
      });
      vi.stubGlobal('fetch', async (_: URL, { signal }: RequestInit) => {
        signal?.addEventListener('abort', () => (seen.isAborted = true));
        return new Response(body, { headers });
      });
      return seen;
    }
    const blanks = new Uint8Array(1_000_000).fill(0x20);

    test.each([
      ['never ends', {}],
      ['says that it sends less', { 'content-length': '1000' }],
      ['packs much into little', { 'content-length': '1000', 'content-encoding': 'gzip' }],
    ])('%s is read up to the most that can be, and let go', async (_, headers) => {
      const seen = host(() => blanks, headers);
      const { store, loader } = make();
      await loader.load({ kind: 'address', address: 'x.json' });
      expect(store.getState().loading).toMatchObject({
        phase: 'failed',
        problem: { kind: 'too-large', source: 'x.json', detail: '26 MB > 25 MB' },
      });
      expect([seen.isCancelled, seen.sent < 28_000_000]).toEqual([true, true]);
    });

    test('says that it sends more than can be read isn’t read on', async () => {
      const seen = host(() => blanks, { 'content-length': '30000000' });
      const { store, loader } = make();
      await loader.load({ kind: 'address', address: 'x.json' });
      expect(shownIn(store)[2]).toBe('too-large');
      expect([seen.isCancelled, seen.sent < 4_000_000]).toEqual([true, true]);
    });

    test('drips can be stopped; nothing is shown then, and what was there stays', async () => {
      const seen = host((sent) => (sent < 3_000_000 ? blanks : 'wait'));
      const { store, loader } = make();
      await loader.load({ kind: 'text', text, name: 'here' });
      const { table } = store.getState();
      const loading = loader.load({ kind: 'address', address: 'x.json' });
      expect(store.getState().loading, 'from the start').toMatchObject({
        phase: 'loading',
        progress: { rows: undefined },
      });
      await vi.waitFor(() =>
        expect(store.getState().loading).toMatchObject({
          phase: 'loading',
          progress: { bytes: expect.any(Number) as number },
        }),
      );
      loader.cancel();
      await loading;
      expect(store.getState().loading).toEqual({ phase: 'stopped', source: 'x.json', rows: 0 });
      expect([seen.isCancelled, seen.isAborted]).toEqual([true, true]);
      expect(store.getState().table).toBe(table);
    });

    test('never answers can be stopped, too', async () => {
      const fetched = vi.fn(
        (_: URL, { signal }: RequestInit) =>
          new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error))),
      );
      vi.stubGlobal('fetch', fetched);
      const { store, loader } = make();
      const loading = loader.load({ kind: 'address', address: 'x.json' });
      await vi.waitFor(() => expect(fetched).toHaveBeenCalled());
      loader.cancel();
      await loading;
      expect(store.getState().loading).toEqual({ phase: 'stopped', source: 'x.json', rows: 0 });
    });

    test('is left alone when something else is asked for', async () => {
      const seen = host((sent) => (sent < 3_000_000 ? blanks : 'wait'));
      const { store, loader } = make();
      const left = loader.load({ kind: 'address', address: 'x.json' });
      await vi.waitFor(() => expect(seen.sent).toBeGreaterThan(2_000_000));
      await loader.load({ kind: 'text', text, name: 'here' });
      await left;
      expect([seen.isCancelled, seen.isAborted]).toEqual([true, true]);
      expect(shownIn(store)).toEqual(['syria-cessation-2016', 11, 'ready']);
    });
  });

  test('large JSON is read in slices, and says how far it is', async () => {
    const many = Array.from({ length: 8000 }, (_, i) => ({
      id: `e${i}`,
      title: `T ${'x'.repeat(60)} ${i}`,
      date: '2016',
    }));
    answer({ 'x.json': JSON.stringify({ schemaVersion: '1.1', id: 'many', events: many }) });
    const { store, loader } = make();
    const shares: number[] = [];
    store.subscribe(({ loading }) => {
      if (loading.phase === 'loading' && loading.progress?.done !== undefined) shares.push(loading.progress.done);
    });
    await loader.load({ kind: 'address', address: 'x.json' });
    expect(shownIn(store)).toEqual(['many', 8000, 'ready']);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  });
});
