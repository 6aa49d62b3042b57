import { describe, expect, test } from 'vitest';
import { english } from '../../../../../src/base/messages/en';
import { makeTranslate } from '../../../../../src/base/translate';
import type { LoadProblem } from '../../../../../src/model/load-problem';
import type { RecordSource } from '../../../../../src/formats/record-source';
import { findSeparators } from '../../../../../src/formats/table/survey/name-separators';
import { surveyTable } from '../../../../../src/formats/table/survey/survey-table';
import { textRecords } from '../../../../../src/formats/table/survey/text-records';
import type { TableLayout } from '../../../../../src/formats/table/table-mapping';
import type { TablePlan } from '../../../../../src/formats/table/table-plan';
import { fileAtHand } from '../../../../support/file-at-hand';

const t = makeTranslate('en', english);

async function surveyOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  layout?: TableLayout,
): Promise<TablePlan | LoadProblem | undefined> {
  const sources: RecordSource[] = [];
  for (const [name, text] of Object.entries(files)) {
    const source = await textRecords(fileAtHand(text, { name }));
    if ('kind' in source) throw new Error(source.kind);
    sources.push(source);
  }
  const options = { t, signal: new AbortController().signal, ...(layout && { layout }) };
  const survey = await surveyTable(sources, options);
  return survey === undefined ? undefined : survey.ok ? survey.plan : survey.problem;
}

describe('a table without dates', () => {
  test.each([
    ['people', 'Full Name,Sex\nAnna,f\nBo,m\nCyr,m\n'],
    [
      'codes, some of which look like years',
      'CODE,NAME\n01,Statement\n010,Other\n1011,Reject\n1012,Refuse\n0211,Appeal\n',
    ],
    ['coordinates', 'City,Coordinates\nAgen,"44.203,0.616"\nAix,"43.529,5.447"\n'],
    ['no headers', '10.5,20.5\n11.5,21.5\n'],
  ])('is refused in words: %s', async (_, text) => {
    expect(await surveyOf({ 'a.csv': text })).toMatchObject({ kind: 'no-dates', source: 'a.csv' });
  });

  test.each([
    ['people of letters', 'Full Name,Gender\nAnna,f\nBo,m\n', 'table of people'],
    ['a code book', 'CODE,LABEL\n01,Statement\n010,Other\n', 'table of codes'],
  ])('is refused in its own words where it is known: %s', async (_, text, words) => {
    const problem = await surveyOf({ 'a.csv': text });
    expect(problem).toMatchObject({ kind: 'not-events', source: 'a.csv' });
    expect((problem as LoadProblem).detail).toContain(words);
  });

  test('is a question where somebody is looking at it, who may know better', async () => {
    const plan = await surveyOf({ 'a.csv': 'Full Name,Sex\nAnna,f\nBo,m\n' }, { header: 1 });
    expect(plan).toMatchObject({ questions: [{ about: 'no-dates' }], columns: [{ header: 'Full Name' }, {}] });
  });

  test('is something else where it has one column', async () => {
    expect(await surveyOf({ 'a.txt': 'Dear reader\nso it goes\n' })).toBeUndefined();
  });
});

describe('a survey', () => {
  const notes = 'Talks 2016;;\n\nDatum;Ereignis;Wer\n3.4.2016;Gespräch;Anna\n4.5.2016;Reise;Bo;zu viel\n';

  test('says how the table was read, what it holds, and what it is called', async () => {
    const plan = await surveyOf({ 'a.csv': notes });
    expect(plan).toMatchObject({
      source: 'a.csv',
      dataset: { id: 'a.csv', title: 'Talks 2016' },
      columns: [
        { header: 'Datum', values: ['3.4.2016', '4.5.2016'] },
        { header: 'Ereignis', values: ['Gespräch', 'Reise'] },
        { header: 'Wer', values: ['Anna', 'Bo'] },
        { header: '4', values: ['zu viel'] },
      ],
      sample: [
        ['3.4.2016', 'Gespräch', 'Anna', ''],
        ['4.5.2016', 'Reise', 'Bo', 'zu viel'],
      ],
      counts: { records: 2, events: undefined },
      format: 'CSV',
      notes: [{ kind: 'settled', text: 'The headers stand on line 3.' }],
      survey: { layout: { header: 3 }, isWhole: true },
      questions: [],
    });
  });

  test('may be asked again with another header, delimiter or encoding', async () => {
    expect(await surveyOf({ 'a.csv': notes }, { header: 'none' })).toMatchObject({
      columns: [{ header: '1' }, {}, {}, {}],
      mapping: { layout: { header: 'none' } },
    });
    expect(await surveyOf({ 'a.csv': 'a;b\n2016,1;2\n2017,3;4\n' }, { delimiter: ',', header: 1 })).toMatchObject({
      columns: [{ header: 'a;b' }, { header: '2', values: ['1;2', '3;4'] }],
      survey: { layout: { delimiter: ',' } },
    });
    const latin = Uint8Array.from(
      [...'date;what\n2016-02-22;caf'].map((letter) => letter.charCodeAt(0)).concat(0xe9, 10),
    );
    expect(await surveyOf({ 'a.csv': latin })).toMatchObject({
      sample: [['2016-02-22', 'café']],
      notes: [{ kind: 'to-settle', text: expect.stringContaining('windows-1252') }],
    });
    expect(await surveyOf({ 'a.csv': latin }, { encoding: 'windows-1251' })).toMatchObject({
      sample: [['2016-02-22', 'cafй']],
    });
  });

  test('knows a known layout of columns before it guesses', async () => {
    const text =
      'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background\n1815,12,10,,,,,,,Ada,<b>x</b>,,,,,,,\n';
    expect(await surveyOf({ 'a.csv': text })).toMatchObject({
      format: 'TimelineJS',
      mapping: { preset: 'timelinejs-sheet' },
    });
  });

  test('of what nobody wants any more rejects with the reason', async () => {
    const source = await textRecords(fileAtHand('a,b\n1,2\n'));
    const reason = new Error('gone');
    if ('kind' in source) throw new Error(source.kind);
    await expect(surveyTable([source], { t, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('several tables of one drop', () => {
  const meetings = 'meeting,date,topic\nm1,2016-02-22,Opening of the talks\nm2,2016-02-24,Closing of the talks\n';
  const speeches = 'meeting,speaker,words\nm1,Anna,10\nm1,Bo,20\nm2,Anna,30\n';

  test.each([
    ['in this order', { 'speeches.csv': speeches, 'meetings.csv': meetings }],
    ['in the other', { 'meetings.csv': meetings, 'speeches.csv': speeches }],
  ])('are laid together by the column whose values one of them has once each: %s', async (_, files) => {
    expect(await surveyOf(files)).toMatchObject({
      source: 'speeches.csv',
      mapping: {
        date: 'date',
        title: 'topic',
        actors: [{ column: 'speaker' }],
        regroup: { join: [{ file: 'meetings.csv', key: 'meeting', on: 'meeting' }] },
      },
      survey: { others: [{ name: 'meetings.csv', headers: ['meeting', 'date', 'topic'] }] },
    });
  });

  test('that have nothing to do with each other stay apart: the one with dates is read', async () => {
    const people = 'Name,Born in\nAnna,Rome\nBo,Bonn\n';
    expect(await surveyOf({ 'people.csv': people, 'meetings.csv': meetings })).toMatchObject({
      source: 'meetings.csv',
      survey: { others: [] },
    });
  });
});

describe('what parts names', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['a word that gives names found elsewhere', ['A and B', 'B', 'C and A'], [' and '], []],
    ['two of them', ['A; B and C', 'C', 'B; A'], [';', ' and '], []],
    [
      'nothing in single names',
      ['Land and Water Board', 'Land and Water Board', 'Ministry of Trade and Industry'],
      [],
      [],
    ],
    ['nothing between a surname and a first name', ['Lavrov, Sergey', 'Kerry, John', 'Ivanov, Sergey'], [], []],
    ['commas between names', ['Iran, Syria', 'Russia, Iran', 'Syria'], [', '], []],
    [
      'a word, but in a name that holds it',
      ['Norway and Sweden', 'Sweden', 'Norway', 'Trinidad and Tobago', 'Norway and Denmark', 'Denmark'],
      [' and '],
      ['Trinidad and Tobago'],
    ],
    ['new lines', ['A\nB', 'C'], ['\n'], []],
    ['slashes between words, not in numbers', ['A 1/66', 'A 2/66'], [], []],
    ['nothing where there is nothing', ['A', 'B'], [], []],
  ])('is %s', (_, cells, separators, whole) => {
    expect(findSeparators(cells)).toEqual({ separators, whole });
  });
});

describe('a column that is called a date', () => {
  const dateOf = async (text: string) => {
    const plan = await surveyOf({ 'a.csv': text });
    return plan !== undefined && 'mapping' in plan ? plan.mapping?.date : plan;
  };

  test('is one though nothing in it can be read: its rows are kept with what is written', async () => {
    expect(await dateOf('התאריך,אירוע\n22 בפברואר 2016,הצהרה\n')).toMatchObject({ kind: 'no-dates' });
    expect(await dateOf('תאריך,אירוע\nי"ג באדר,הצהרה\nט"ו באדר,שיחה\n')).toBe('תאריך');
    expect(await dateOf('date,title\n,Statement\nunknown,Call\n')).toBe('date');
    // A short word may be anything.
    expect(await dateOf('on,title\nyes,Statement\nno,Call\n')).toMatchObject({ kind: 'no-dates' });
  });

  test('holds days of a spreadsheet where all of it are numbers of our time', async () => {
    expect(await dateOf('Date,Event\n42422,Statement\n42424.5,Call\n')).toEqual({ column: 'Date', serials: '1900' });
    expect(await dateOf('Date,Event\n42422,Statement\n7,Call\n')).toBe('Date');
  });
});
