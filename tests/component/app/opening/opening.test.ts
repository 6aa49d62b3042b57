import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brought, dropped, makeOpening } from '../../../support/make-opening';

const own = readFileSync('data/syria-cessation-2016.json', 'utf8');
const OWN_TITLE = 'Syria, February 2016: from joint statement to cessation of hostilities';
const calls = JSON.stringify({
  id: 'calls',
  title: 'Calls',
  events: [
    { id: 'a', title: 'A call', date: '2015-05-11' },
    { id: 'b', title: 'Another', date: '2016' },
    { id: 'c', title: 'Some day' },
  ],
});
const visits = JSON.stringify({ id: 'visits', title: 'Visits', events: [{ id: 'v', title: 'A visit', date: '1999' }] });

describe('from a file to a timeline of it', () => {
  test('says what would come, and leaves on screen what is there until somebody says so', async () => {
    const { opening, store, until } = await makeOpening(own);
    const before = store.getState();
    opening.take(dropped(['calls.json', calls]));
    const { plan, format, canOpen, found } = await until('planned');
    expect([plan.source, format, canOpen]).toEqual(['calls.json', 'JSON', true]);
    expect(found.count).toEqual({
      events: 3,
      undated: 1,
      names: 0,
      rowsWithNames: 0,
      sources: 0,
      years: {
        unit: 1,
        counts: [
          { year: 2015, events: 1 },
          { year: 2016, events: 1 },
        ],
      },
    });
    expect(store.getState()).toBe(before);
  });

  test('shows it, and brings back exactly what was there', async () => {
    const { opening, store, until, untilShown } = await makeOpening(own);
    store.setState({ scale: 'calendar', sort: 'title', selected: 'ev-peskov-plan-a' });
    const before = store.getState();
    opening.take(dropped(['calls.json', calls]));
    await until('planned');
    opening.open();
    await untilShown('Calls');
    expect(opening.opened()).toMatchObject({ name: 'calls.json', before: OWN_TITLE });
    expect(store.getState().table?.size).toBe(3);
    opening.undo();
    expect(opening.opened()).toBeUndefined();
    const { hover: _, loading: __, ...now } = store.getState();
    expect(before).toMatchObject(now);
  });

  test('of two that were opened one after the other each comes back', async () => {
    const { opening, until, untilShown, store } = await makeOpening(own);
    for (const [name, text, title] of [
      ['calls.json', calls, 'Calls'],
      ['visits.json', visits, 'Visits'],
    ] as const) {
      opening.take(dropped([name, text]));
      await until('planned');
      opening.open();
      await untilShown(title);
    }
    opening.undo();
    expect([store.getState().dataset?.title, opening.opened()?.name]).toEqual(['Calls', 'calls.json']);
    opening.undo();
    expect([store.getState().dataset?.title, opening.opened()]).toEqual([OWN_TITLE, undefined]);
  });

  test('a newer drop ends the older one', async () => {
    const { opening, until } = await makeOpening(own);
    opening.take(dropped(['calls.json', calls]));
    opening.take(dropped(['visits.json', visits]));
    const { plan } = await until('planned');
    expect(plan.source).toBe('visits.json');
  });

  test('of files that don’t belong together one is chosen', async () => {
    const { opening, until } = await makeOpening(own);
    opening.take(dropped(['calls.json', calls], ['nothing.png', '\u0089PNG'], ['visits.json', visits]));
    const { files } = await until('choosing');
    expect(files).toEqual([
      { name: 'calls.json', format: 'JSON' },
      { name: 'visits.json', format: 'JSON' },
    ]);
    opening.choose(1);
    expect((await until('planned')).plan.source).toBe('visits.json');
  });

  test('another set takes its place: then nothing is left to undo', async () => {
    const { opening, until, untilShown, loader } = await makeOpening(own);
    opening.take(dropped(['calls.json', calls]));
    await until('planned');
    opening.open();
    await untilShown('Calls');
    await loader.replace({ kind: 'text', text: visits, name: 'here' });
    expect(opening.opened()).toBeUndefined();
  });
});

describe('what can’t be used is answered in words, and changes nothing', () => {
  test.each([
    ['a folder', brought({ files: [{ file: new File([''], 'letters'), isFolder: true }] }), 'folder', 'letters'],
    ['nothing at all', brought({}), 'nothing', ''],
    [
      'a link',
      brought({ text: 'https://news.example/a.csv', addresses: 'https://news.example/a.csv' }),
      'link',
      'https://news.example/a.csv',
    ],
    [
      'a picture from a page',
      brought({ addresses: 'https://news.example/a.png' }),
      'link',
      'https://news.example/a.png',
    ],
    [
      'a word that was copied',
      brought({ how: 'paste', text: 'cessation of hostilities' }),
      'no-data',
      'cessation of hostilities',
    ],
  ])('%s', async (_, what, about, name) => {
    const { opening, store, until } = await makeOpening(own);
    const before = store.getState();
    opening.take(what);
    expect((await until('refused')).reason).toEqual({ about, name });
    expect(store.getState()).toBe(before);
  });

  test.each([
    ['an empty file', '', 'empty'],
    ['a web page', '<!doctype html><title>Sign in</title>', 'web-page'],
    ['what is no text', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'other-kind'],
    ['JSON of somebody else', '{"type":"FeatureCollection","features":[]}', 'no-events'],
  ])('%s', async (_, body, kind) => {
    const { opening, until } = await makeOpening(own);
    opening.take(dropped(['x.csv', body]));
    expect((await until('refused')).reason).toMatchObject({ about: 'problem', problem: { kind, source: 'x.csv' } });
  });

  test('and is let go of', async () => {
    const { opening, until } = await makeOpening(own);
    opening.take(brought({}));
    await until('refused');
    opening.cancel();
    expect(opening.phase()).toEqual({ at: 'idle' });
  });
});

describe('what is set in place', () => {
  async function openCalls() {
    const made = await makeOpening(own);
    made.opening.take(dropped(['calls.json', calls]));
    await made.until('planned');
    made.opening.open();
    await made.untilShown('Calls');
    return made;
  }

  test('a title, which is undone by itself', async () => {
    const { opening, store, untilShown } = await openCalls();
    opening.amend({ about: 'title', title: 'Calls at night' });
    await untilShown('Calls at night');
    expect(opening.opened()?.amendments).toEqual([{ about: 'title', title: 'Calls at night' }]);
    opening.undoAmendment();
    expect([store.getState().dataset?.title, opening.opened()?.amendments]).toEqual(['Calls', []]);
  });

  test('a date for an event that had none: it leaves the shelf, and takes its place in time', async () => {
    const { opening, store } = await openCalls();
    opening.amend({ about: 'date', event: 'c', edtf: '2015-06' });
    await expect.poll(() => store.getState().table?.datedSize).toBe(3);
    const { table } = store.getState();
    expect(table?.idAt(1)).toBe('c');
    opening.undoAmendment();
    expect(store.getState().table?.datedSize).toBe(2);
  });

  test('an as-of day: what begins after it is only announced', async () => {
    const { opening, store } = await openCalls();
    opening.amend({ about: 'as-of', edtf: '2015-12-31' });
    await expect.poll(() => store.getState().dataset?.asOf?.edtf).toBe('2015-12-31');
    const { table } = store.getState();
    expect([0, 1, 2].map((row) => table?.eventAt(row).announced)).toEqual([false, true, false]);
  });

  test('all of it goes into the file that is saved', async () => {
    const { opening, store, untilShown } = await openCalls();
    opening.amend({ about: 'title', title: 'Calls at night' });
    await untilShown('Calls at night');
    opening.amend({ about: 'opening', isAsShown: true });
    await expect.poll(() => store.getState().dataset?.opening?.scale).toBe('folded');
    const file = await opening.save();
    const { default: saved } = { default: JSON.parse(await file.text()) as Record<string, unknown> };
    expect(file.name).toBe('Calls-at-night.json');
    expect(saved).toMatchObject({ title: 'Calls at night', opening: { scale: 'folded', group: 'country' } });
    expect(saved['events']).toHaveLength(3);
  });
});
