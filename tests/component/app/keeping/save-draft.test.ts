import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { saveDraft } from '../../../../src/app/keeping/save-draft';
import type { DraftStore } from '../../../../src/app/keeping/draft-store';
import { english } from '../../../../src/base/messages/en';
import { loadAllMessages } from '../../../../src/base/messages/load-messages';
import { makeTranslate } from '../../../../src/base/translate';
import { loadWholeReader } from '../../../../src/formats/json/load-reader';
import { writeDataset } from '../../../../src/formats/json/write';
import { readNotebookFile } from '../../../../src/formats/notebook/read-notebook';
import { context, notebookOf } from '../../../support/make-notebook';

const t = makeTranslate('en', english);
const page = { translate: t, home: window };

beforeAll(async () => {
  await loadWholeReader();
  await loadAllMessages('en');
});
afterEach(() => vi.unstubAllGlobals());

interface Asked {
  readonly suggestedName: string;
  readonly types: readonly {
    readonly description: string;
    readonly accept: Readonly<Record<string, readonly string[]>>;
  }[];
}

/** A browser in which files are chosen; `answer` names the file, undefined where somebody thinks better of it. */
function picker(answer: (asked: Asked) => string | undefined) {
  const written: (readonly [name: string, file: Blob])[] = [];
  const asked: Asked[] = [];
  vi.stubGlobal('showSaveFilePicker', (options: Asked) => {
    asked.push(options);
    const name = answer(options);
    if (name === undefined) return Promise.reject(new DOMException('no', 'AbortError'));
    return Promise.resolve({
      name,
      queryPermission: () => Promise.resolve('granted'),
      createWritable: () =>
        Promise.resolve({
          write: (data: Blob) => Promise.resolve(void written.push([name, data])),
          close: () => Promise.resolve(),
        }),
    });
  });
  return { written, asked };
}

/** A browser that can only download. */
function downloads(): (readonly [name: string, file: Blob])[] {
  const saved: (readonly [string, Blob])[] = [];
  let last = new Blob();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) last = blob;
    return 'blob:it';
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push([this.download, last]);
  });
  return saved;
}

function storeOfHandles(): Pick<DraftStore, 'handle' | 'keepHandle'> {
  const handles = new Map<string, unknown>();
  return {
    handle: (id) => Promise.resolve(handles.get(id)),
    keepHandle: (id, handle) => Promise.resolve(void handles.set(id, handle)),
  };
}

const { dataset } = notebookOf('# Lake talks\n24 Feb 2016: Talks - Russia, Sergey Lavrov\n  > TASS, 24 Feb 2016');
const json = writeDataset(dataset);
const draft = {
  id: 'd',
  title: dataset.title,
  last: undefined,
  kind: undefined,
  json: () => Promise.resolve(json),
  dataset: () => Promise.resolve(dataset),
};

async function holdsAll(file: Blob | undefined): Promise<void> {
  const text = (await file?.text()) ?? '';
  expect(text).toMatch(/^# Lake talks\n/m);
  expect(writeDataset(readNotebookFile(text, 'other', context).dataset)).toBe(json);
}

test('whoever is asked for a place chooses between JSON and the text of a notebook, and saving again goes over it', async () => {
  const { written, asked } = picker(() => 'mine.TXT');
  const store = storeOfHandles();
  expect(await saveDraft(draft, store, page)).toBe('mine.TXT');
  expect(asked).toEqual([
    {
      suggestedName: 'Lake-talks.json',
      types: [
        { description: 'JSON', accept: { 'application/json': ['.json'] } },
        { description: 'Notebook text', accept: { 'text/plain': ['.txt'] } },
      ],
    },
  ]);
  expect(await saveDraft({ ...draft, last: 'mine.TXT' }, store, page)).toBe('mine.TXT');
  expect(asked).toHaveLength(1);
  expect(written.map(([name]) => name)).toEqual(['mine.TXT', 'mine.TXT']);
  for (const [, file] of written) await holdsAll(file);
  // Another kind is another file.
  await saveDraft({ ...draft, kind: 'json' }, store, page);
  expect(asked).toHaveLength(2);
});

test('a name of any other ending is a file of JSON; thinking better of it saves nothing', async () => {
  const { written } = picker(({ suggestedName }) => suggestedName);
  await saveDraft(draft, storeOfHandles(), page);
  expect(await written[0]?.[1].text()).toBe(json);
  picker(() => undefined);
  const saved = downloads();
  expect(await saveDraft(draft, storeOfHandles(), page)).toBeUndefined();
  expect(saved).toEqual([]);
});

test('a browser without a place to ask for downloads the kind that is chosen, then that of the file before', async () => {
  const saved = downloads();
  expect(await saveDraft({ ...draft, kind: 'txt' }, storeOfHandles(), page)).toBe('Lake-talks.txt');
  await saveDraft({ ...draft, last: 'Lake-talks.txt' }, storeOfHandles(), page);
  await saveDraft({ ...draft, kind: 'json', last: 'Lake-talks.txt' }, storeOfHandles(), page);
  expect(saved.map(([name]) => name)).toEqual(['Lake-talks.txt', 'Lake-talks.txt', 'Lake-talks.json']);
  await holdsAll(saved[0]?.[1]);
  expect(await saved[2]?.[1].text()).toBe(json);
});
