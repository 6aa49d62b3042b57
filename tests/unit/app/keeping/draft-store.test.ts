import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { openDraftDatabase } from '../../../../src/app/keeping/draft-database';
import type { DraftDatabase } from '../../../../src/app/keeping/draft-database';
import { isVersionDue } from '../../../../src/app/keeping/draft-record';
import type { DraftHead } from '../../../../src/app/keeping/draft-record';
import { makeDraftStore } from '../../../../src/app/keeping/draft-store';
import type { DraftStore, ToSave } from '../../../../src/app/keeping/draft-store';

let factory: IDBFactory;
let database: DraftDatabase;
let store: DraftStore;

beforeEach(() => {
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
  factory = new IDBFactory();
  database = openDraftDatabase(() => factory);
  store = makeDraftStore(database);
});

const MINUTE = 60_000;

function toSave(text: string, now: number, rest: Partial<ToSave> & { readonly tab?: string } = {}): ToSave {
  const { tab = 'one', ...others } = rest;
  return {
    head: {
      id: 'lake',
      title: 'Lake talks',
      origin: { from: 'new' },
      face: 'text',
      events: text.length,
      withSource: 0,
      changedAt: now,
      words: `made ${text}`,
      did: 'type',
      writer: tab,
    },
    text,
    baseline: () => undefined,
    baselineWords: 'at first',
    seen: 0,
    isVersionDue: (kept) => isVersionDue(kept, 'type', now),
    now,
    ...others,
  };
}

async function headOf(id = 'lake'): Promise<DraftHead> {
  const { head } = await store.head(id);
  if (head === undefined) throw new Error(`${id} is not kept`);
  return head;
}

test('a state becomes a version when a minute has passed, under the words of what made it', async () => {
  await store.save(toSave('a', 0));
  await store.save(toSave('ab', 30_000, { seen: 1 }));
  expect((await headOf()).versions).toEqual([]);
  await store.save(toSave('abc', 61_000, { seen: 2 }));
  expect((await headOf()).versions).toEqual([{ number: 1, at: 30_000, words: 'made ab', events: 2, bytes: 2 }]);
  expect([await store.text('lake', 'now'), await store.text('lake', 1)]).toEqual(['abc', 'ab']);
});

test('of versions the last twenty are kept, and no text of the others', async () => {
  for (let turn = 0; turn < 30; turn += 1) await store.save(toSave(`text ${turn}`, turn * 2 * MINUTE, { seen: turn }));
  const { versions } = await headOf();
  expect(versions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, at) => at + 10));
  expect([await store.text('lake', 9), await store.text('lake', 10)]).toEqual([undefined, 'text 9']);
});

test('what a draft began as is its first version', async () => {
  await store.save(toSave('edited', 5, { baseline: () => ({ text: 'as it was', events: 3 }) }));
  expect((await headOf()).versions).toMatchObject([{ number: 1, words: 'at first', events: 3 }]);
  expect([await store.text('lake', 1), await store.text('lake', 'baseline')]).toEqual(['as it was', 'as it was']);
});

test('a tab that has missed what another wrote overwrites nothing: its text is a version', async () => {
  await store.save(toSave('first', 0, { tab: 'one' }));
  await store.save(toSave('of the other', 10, { tab: 'two', seen: 1 }));
  const late = await store.save(toSave('of the late one', 20, { tab: 'one', seen: 1 }));
  expect(late.isSaved).toBe(false);
  expect(await store.text('lake', 'now')).toBe('of the other');
  const { versions } = await headOf();
  expect(await store.text('lake', versions.at(-1)?.number ?? 0)).toBe('of the late one');
  // Who has seen it goes on.
  expect((await store.save(toSave('together', 30, { tab: 'one', seen: 2 }))).isSaved).toBe(true);
  expect(await store.text('lake', 'now')).toBe('together');
});

test('a deleted draft comes back with all of its texts', async () => {
  await store.save(toSave('a', 0, { baseline: () => ({ text: 'base', events: 1 }) }));
  await store.save({ ...toSave('other', 0), head: { ...toSave('other', 0).head, id: 'lake2' } });
  const before = await store.list();
  const removed = await store.remove('lake');
  expect((await store.list()).map(({ id }) => id)).toEqual(['lake2']);
  expect([await store.text('lake', 'now'), await store.text('lake2', 'now')]).toEqual([undefined, 'other']);
  await store.putBack(removed);
  expect(await store.list()).toEqual(before);
  expect(await store.text('lake', 1)).toBe('base');
});

test('what is of a later program, or damaged, is listed as unreadable and stays', async () => {
  await store.save(toSave('a', 0));
  const later = { ...(await headOf()), layout: 2 };
  await database.step('readwrite', (step) => {
    step.put('drafts', 'later', later);
    step.put('drafts', 'damaged', 'no record');
    return Promise.resolve();
  });
  const listed = await store.list();
  expect(listed.map(({ id, head }) => [id, head !== undefined])).toEqual([
    ['damaged', false],
    ['lake', true],
    ['later', false],
  ]);
  expect(await store.head('later')).toEqual({ isThere: true, head: undefined });
});

test('a browser that refuses, as soon as its database is named, rejects and is asked again', async () => {
  let isAllowed = false;
  const refusing = makeDraftStore(
    openDraftDatabase(() => {
      if (!isAllowed) throw new DOMException('not here', 'SecurityError');
      return factory;
    }),
  );
  await expect(refusing.list()).rejects.toThrow('not here');
  isAllowed = true;
  expect(await refusing.list()).toEqual([]);
});

test('what has a name is set apart even within the minute, but not ten times in one', () => {
  const head = { versionAt: 0, did: 'type' } as DraftHead;
  const due = (did: DraftHead['did'], next: DraftHead['did'], now: number) => isVersionDue({ ...head, did }, next, now);
  expect([due('type', 'type', 59_000), due('type', 'type', 60_000)]).toEqual([false, true]);
  expect([due('type', 'paste', 9000), due('type', 'paste', 11_000), due('delete', 'type', 11_000)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(due('type', 'restore', 1)).toBe(true);
});
