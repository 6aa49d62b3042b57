import { describe, expect, test } from 'vitest';
import { makeImportedEvents } from '../../../../src/formats/imported-events';
import type { ImportedEvents } from '../../../../src/formats/imported-events';
import { dateOf } from '../../../../src/formats/imported/exact-date';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { loadWholeReader } from '../../../../src/formats/json/load-reader';
import { writeDataset } from '../../../../src/formats/json/write';
import { inEnglish } from '../../../support/import-file';

await loadWholeReader();

const where = '/0';
const collector = (): ImportedEvents => makeImportedEvents({ name: 'folder/my notes.json', t: inEnglish });
const notesOf = (into: ImportedEvents): readonly string[] => into.finish().notes.map(({ text }) => text);

describe('events on their way from another format', () => {
  test('stand under the file’s name where it has no title', () => {
    expect(collector().finish().dataset).toMatchObject({ id: 'my-notes', title: 'my notes' });
    const named = collector();
    named.describe({ title: ' Two\n words ', description: 'x', language: 'fr' });
    named.describe({ title: undefined });
    expect(named.finish().dataset).toMatchObject({ title: 'Two words', description: 'x', language: 'fr' });
  });

  test('without a date stand on the shelf, and what was no date is told with its place', () => {
    const into = collector();
    into.add({ title: 'Undated', date: undefined, where });
    into.add({ title: 'Odd', date: undefined, dateText: 'when pigs fly', where: '/1' });
    const { events, rejections } = into.finish();
    expect(events.map(({ date }) => date)).toEqual([undefined, undefined]);
    expect(rejections).toEqual([
      { where: '/1', record: 'Odd', field: 'date', found: 'when pigs fly', expected: 'a date', effect: 'dropped' },
    ]);
    expect(notesOf(into)).toEqual(['2 entries have no date; they stand under “No date”']);
  });

  test('have a title from their first sentence, from who takes part, or none to speak of', () => {
    const into = collector();
    into.add({ summary: 'Kerry and Lavrov speak. At length.', date: undefined, where });
    into.add({ participants: [{ name: 'Ann' }, { name: 'Bob' }], date: undefined, where });
    into.add({ date: undefined, where });
    const { events } = into.finish();
    expect(events.map(({ title }) => title)).toEqual(['Kerry and Lavrov speak.', 'Ann, Bob', 'Untitled']);
    expect(events[0]?.summary).toBe('Kerry and Lavrov speak. At length.');
    expect(notesOf(into)).toContain('2 titles were made from their texts');
    expect(notesOf(into)).toContain('1 entry says nothing but its date; it is called “Untitled”');
  });

  test('keep long texts whole', () => {
    const into = collector();
    const long = 'word '.repeat(9000).trim();
    into.add({ title: long, summary: long, date: undefined, where });
    expect(into.finish().events[0]).toMatchObject({ title: long, summary: long });
  });

  test('are told apart by ids of their own, none of which is another’s', () => {
    const into = collector();
    for (const id of ['e1', undefined, 'a', 'a', 'a-2', ' ']) into.add({ id, title: 'x', date: undefined, where });
    const ids = into.finish().events.map((event) => event.id);
    expect(new Set(ids).size).toBe(6);
    expect(ids.slice(0, 4)).toEqual(['e1', 'e2', 'a', 'a-2']);
    expect(notesOf(into)).toContain('2 ids stood more than once; the later ones were renamed');
  });

  test('have one actor a name and country, whose kind a later record may say', () => {
    const into = collector();
    into.add({ title: '1', date: undefined, where, participants: [{ name: 'Ann ' }, { name: 'Ann' }, { name: '' }] });
    into.add({ title: '2', date: undefined, where, participants: [{ name: 'Ann', kind: 'office', role: 'speaker' }] });
    into.add({
      title: '3',
      date: undefined,
      where,
      participants: [
        { name: 'Ann', country: 'sy' },
        { name: 'Bob', country: 'Syria' },
      ],
    });
    const { dataset, events } = into.finish();
    expect(dataset.actors.map(({ id, kind, countries }) => [id, kind, countries])).toEqual([
      ['ann', 'office', []],
      ['ann-2', 'person', ['SY']],
      ['bob', 'person', []],
    ]);
    expect(events[0]?.participants).toHaveLength(1);
  });

  test('rest on one source a distinct address, of grade C, and only their own supports the date', () => {
    const into = collector();
    const date = dateOf('2016-02-24');
    into.add({
      title: 'a',
      date,
      where,
      source: { url: 'https://example.org/1' },
      media: { url: 'https://example.org/2', title: 'A <b>map</b>' },
      summary: 'See <a href="https://example.org/3">this</a> and <a href="javascript:x()">that</a>.',
    });
    into.add({ title: 'b', date, where, source: { url: 'https://example.org/1', publisher: 'TASS' } });
    const { dataset, events } = into.finish();
    expect(dataset.sources.map(({ url, title, publisher, grade }) => [url, title, publisher, grade])).toEqual([
      ['https://example.org/1', undefined, 'TASS', 'C'],
      ['https://example.org/2', 'A map', undefined, 'C'],
      ['https://example.org/3', 'this', undefined, 'C'],
    ]);
    expect(events[0]?.evidence.map(({ source, supports }) => [source, supports])).toEqual([
      ['s1', ['date']],
      ['s2', []],
      ['s3', []],
    ]);
    expect(events[0]?.summary).toBe('See this and that.');
    expect(events[0]?.media).toBeUndefined();
  });

  test('look from their last dated day where something goes on, and say so', () => {
    const into = collector();
    into.add({ title: 'a', date: dateOf('2014/..'), where });
    into.add({ title: 'b', date: dateOf('2016-02-24'), where });
    const { dataset, notes } = into.finish();
    expect(dataset.asOf?.edtf).toBe('2016-02-24');
    expect(notes.some(({ text }) => text.includes('24 Feb 2016'))).toBe(true);
  });

  test('in words are read where a format says that they may be, and two ways are counted', () => {
    const into = collector();
    into.add({ title: 'a', date: undefined, dateText: '3/4/2016', mayBeWords: true, where });
    into.add({ title: 'b', date: undefined, dateText: 'early 2002', mayBeWords: true, where });
    into.add({ title: 'c', date: undefined, dateText: 'early 2002', where });
    const { events, notes } = into.finish();
    expect(events.map(({ date }) => [date?.edtf, date?.display])).toEqual([
      ['[2016-03-04,2016-04-03]', undefined],
      ['2002', 'early 2002'],
      [undefined, undefined],
    ]);
    expect(notes.filter(({ kind }) => kind === 'to-settle').map(({ text }) => text)).toEqual([
      '1 date can be read two ways and stands for both days: 3/4/2016',
    ]);
  });

  test('come back equal from our own JSON', () => {
    const into = collector();
    into.describe({ title: 'Out and back', asOf: '2016-02-24' });
    into.add({
      id: 'one',
      title: 'One',
      summary: 'First.',
      date: dateOf('2016-02-22'),
      participants: [{ name: 'Ann', role: 'speaker', country: 'SY' }],
      place: { label: 'Geneva', country: 'CH' },
      source: { url: 'https://example.org/1', title: 'T' },
      extra: { odd: { kept: '1' } },
      where,
    });
    into.add({ id: 'two', title: 'Two', date: undefined, partOf: 'one', where });
    into.addPeriod({ label: 'A war', date: dateOf('2011/2016')! });
    const { dataset, events } = into.finish();
    const result = readInEnglish(writeDataset({ ...dataset, events }), 'x.json');
    expect(result.ok && result.dataset).toEqual({ ...dataset, events });
  });
});
