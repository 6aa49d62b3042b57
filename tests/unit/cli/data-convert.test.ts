import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { convertFiles } from '../../../src/cli/convert-files';
import { makeProgress } from '../../../src/cli/progress';
import { readConvertOptions } from '../../../src/cli/command-options';
import { datasetSchema } from '../../../src/formats/json/dataset-schema';
import { readDataset } from '../../../src/formats/json/read-dataset';
import { xlsx } from '../../support/make-sheets';

const t = makeTranslate('en', english);
const folder = mkdtempSync(join(tmpdir(), 'convert-'));
const at = (name: string): string => join(folder, name);
const out = at('out.json');

const CSV = 'date,title,who\n2016-02-24,Talks,Anna\n3/4/2016,More talks,Bela\n';
const MAP = { date: 'date', title: 'title', actors: [{ column: 'who' }] };

beforeAll(() => {
  writeFileSync(at('a.csv'), CSV);
  writeFileSync(at('map.json'), JSON.stringify(MAP));
  writeFileSync(at('a.csv.gz'), gzipSync(CSV));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Call {
  readonly code: number;
  readonly printed: string;
  readonly told: readonly string[];
}

async function convert(...args: string[]): Promise<Call> {
  const [printed, told]: [string[], string[]] = [[], []];
  const code = await convertFiles(
    args,
    {
      print: async (content) => void printed.push(String(content)),
      complain: (line) => void told.push(line.replaceAll(`${folder}/`, '')),
      terminal: { write: () => true },
    },
    t,
  );
  return { code, printed: printed.join(''), told };
}

const written = () =>
  JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown> & { events: Record<string, unknown>[] };
const withMap = (...args: string[]) => convert(...args, '--map', at('map.json'));

describe('data:convert', () => {
  test('writes a table as a dataset, which the schema takes and which reads back without a fault', async () => {
    const { code, printed, told } = await withMap(
      at('a.csv'),
      out,
      '--title',
      'Votes',
      '--as-of=2016-05-01',
      '--lang',
      'en',
    );
    expect([code, printed]).toEqual([0, '']);
    expect(told[0]).toBe('a.csv (CSV): 2 rows, 2 events; 1 thing to look at');
    expect(told[1]).toContain('1 date in “date” can be read two ways, like 3/4/2016');
    expect(written()).toMatchObject({ id: 'a', title: 'Votes', asOf: '2016-05-01', lang: 'en' });
    expect(written().events.map(({ date }) => date)).toEqual(['2016-02-24', '[2016-03-04,2016-04-03]']);
    expect(v.safeParse(datasetSchema, written()).success).toBe(true);
    expect(readDataset(readFileSync(out, 'utf8'), 'out', t)).toMatchObject({ ok: true, rejections: [] });
  });

  test('tells of columns of which nothing came, two figures of years, and years of other calendars', async () => {
    writeFileSync(at('columns.csv'), 'date,title,Deaths,\n22.02.16,Talks,3,x\n24.02.16,More talks,4,\n');
    const { told } = await convert(at('columns.csv'), out, '--as-of=2016-05-01');
    expect(told.slice(1)).toEqual([
      expect.stringContaining('2 columns are not used: Deaths, 4'),
      expect.stringContaining('2 years of two digits in “date” are taken for ones from 1917 to 2016'),
    ]);
    writeFileSync(at('thai.csv'), 'date,title\n22/02/2559,Talks\n24/02/2559,More talks\n');
    const thai = await convert(at('thai.csv'), out);
    expect(thai.told.join('\n')).toContain('2 dates in “date”, like 22/02/2559, look like ones of another calendar');
  });

  test.each([
    ['day-first', '2016-04-03'],
    ['month-first', '2016-03-04'],
  ])('reads 3/4/2016 %s where that is said', async (answer, date) => {
    const { code, told } = await withMap(at('a.csv'), out, '--answer', answer);
    expect([code, told]).toEqual([0, ['a.csv (CSV): 2 rows, 2 events; nothing to look at']]);
    expect(written().events[1]).toMatchObject({ date });
  });

  test('reads what is packed, and what comes by standard input, and prints what nobody named a file for', async () => {
    expect((await withMap(at('a.csv.gz'), out)).code).toBe(0);
    expect(written().events).toHaveLength(2);
    const { code, printed } = await withMap(at('a.csv'), '-');
    expect([code, (JSON.parse(printed) as { events: unknown[] }).events.length]).toEqual([0, 2]);
  });

  test('reads a calendar and our own files, for which nothing needs to be said', async () => {
    writeFileSync(
      at('a.ics'),
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Talks\r\nDTSTART;VALUE=DATE:20160224\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    );
    expect((await convert(at('a.ics'), out)).code).toBe(0);
    expect(written().events[0]).toMatchObject({ title: 'Talks', date: '2016-02-24' });
    expect((await convert('data/syria-cessation-2016.json', out, '--title', 'Other')).code).toBe(0);
    const [before, after] = ['data/syria-cessation-2016.json', out].map((path) =>
      readDataset(readFileSync(path, 'utf8'), 'x', t),
    );
    if (before?.ok !== true || after?.ok !== true) throw new Error('not read');
    expect(after.dataset).toEqual({ ...before.dataset, title: 'Other' });
  });

  test('reads the sheet of a spreadsheet that has dates, or the one that is named', async () => {
    const dated = (day: number, words: string): string =>
      `<sheetData><row r="1"><c r="A1" t="str"><v>date</v></c><c r="B1" t="str"><v>title</v></c></row>${[0, 1, 2]
        .map(
          (i) =>
            `<row r="${i + 2}"><c r="A${i + 2}" s="1"><v>${day + i}</v></c><c r="B${i + 2}" t="str"><v>${words} ${i}</v></c></row>`,
        )
        .join('')}</sheetData>`;
    const note = '<sheetData><row r="1"><c r="A1" t="str"><v>Read me</v></c></row></sheetData>';
    const sheets = [
      { name: 'Notes', xml: note },
      { name: 'Calls', xml: dated(42422, 'A call of presidents') },
      { name: 'Visits', xml: dated(42500, 'A visit of ministers') },
    ];
    writeFileSync(at('a.xlsx'), xlsx({ sheets, formats: [14] }));
    const first = await convert(at('a.xlsx'), out);
    expect([first.code, first.told[0]]).toEqual([
      0,
      'a.xlsx, sheet Calls (XLSX): 3 rows, 3 events; nothing to look at',
    ]);
    expect(written()).toMatchObject({ title: 'a, sheet Calls', events: [{ date: '2016-02-22' }, {}, {}] });
    expect((await convert(at('a.xlsx'), out, '--sheet', 'Visits')).code).toBe(0);
    expect(written().events[0]).toMatchObject({ title: 'A visit of ministers 0', date: '2016-05-10' });
    const none = await convert(at('a.xlsx'), out, '--sheet', 'Gone');
    expect([none.code, none.told[0]]).toEqual([
      2,
      'a.xlsx, sheet Calls: can’t be read: it has no sheet “Gone”; its sheets are Notes, Calls, Visits',
    ]);
  });

  test('reads a table whose columns nobody has named, by what stands in them', async () => {
    writeFileSync(
      at('plain.csv'),
      'Date,What happened,Who,Link\n22 Feb 2016,Talks on peace,Anna; Bela,https://a.example/1\n23 Feb 2016,More talks,Anna,https://a.example/2\n',
    );
    expect((await convert(at('plain.csv'), out)).code).toBe(0);
    expect(written().events).toHaveLength(2);
    expect(written().events[0]).toMatchObject({
      title: 'Talks on peace',
      date: '2016-02-22',
      participants: ['anna', 'bela'],
    });
    writeFileSync(at('undated.csv'), 'Name,Colour\nAnna,red\nBela,blue\n');
    expect(await convert(at('undated.csv'), out)).toMatchObject({
      code: 2,
      told: [expect.stringContaining('no column of dates. (Name, Colour)')],
    });
  });

  test('reads rows with the file beside it that they stand in', async () => {
    const { code, told } = await convert('tests/fixtures/rows.json', out);
    expect(code).toBe(0);
    expect(told[0]).toMatch(/3 rows, \d events; \d things to look at$/);
    expect(told.some((line) => line.includes('line 3, column 1: found “soon”'))).toBe(true);
  });

  test('tells all by line and column, at most twenty lines unless all are wanted', async () => {
    writeFileSync(at('bad.csv'), `date,title,who\n${'soon,Talks,Anna\n'.repeat(50)}2016,Talks,Anna\n`);
    const { told } = await withMap(at('bad.csv'), out);
    const lines = told.filter((line) => line.startsWith('bad.csv: line '));
    expect(lines).toHaveLength(20);
    expect(lines[0]).toMatch(/^bad\.csv: line 2, column 1: found “soon”, expected a date/);
    expect(told.at(-1)).toBe('and 30 more (--all tells them)');
    const all = await withMap(at('bad.csv'), out, '--all');
    expect(all.told.filter((line) => line.startsWith('bad.csv: line '))).toHaveLength(50);
  });

  test('fails for something to look at only where it is told to', async () => {
    expect((await withMap(at('a.csv'), out)).code).toBe(0);
    expect((await withMap(at('a.csv'), out, '--strict')).code).toBe(1);
    expect((await withMap(at('a.csv'), out, '--strict', '--answer', 'day-first')).code).toBe(0);
    expect(written().events).toHaveLength(2);
  });

  test('takes what is open-ended to end on the last day that has one, and says so', async () => {
    writeFileSync(at('open.csv'), 'date,title,who\n2014/..,Strikes,Anna\n2016-02-24,Talks,Bela\n');
    const { told } = await withMap(at('open.csv'), out);
    expect(written()['asOf']).toBe('2016-02-24');
    expect(told.some((line) => line.includes('2016-02-24; --as-of says another'))).toBe(true);
    expect(readDataset(readFileSync(out, 'utf8'), 'out', t)).toMatchObject({ ok: true, rejections: [] });
  });
});

describe('what can’t be read or written', () => {
  test.each<[string, () => string[], number, RegExp]>([
    ['a file that isn’t there', () => [at('none.csv'), out], 2, /^none\.csv: can’t be read: ENOENT/],
    ['a folder', () => [folder, out], 2, /can’t be read: .*folder/],
    ['an empty file', () => [at('empty.csv'), out], 2, /empty/],
    ['a picture', () => [at('a.png'), out], 2, /another kind.*PNG.*spreadsheet/],
    ['a packed file that breaks off', () => [at('cut.gz'), out, '--map', at('map.json')], 2, /damaged/],
    ['a mapping that isn’t there', () => [at('a.csv'), out, '--map', at('none.json')], 2, /none\.json: can’t be read/],
    ['a mapping that is none', () => [at('a.csv'), out, '--map', at('a.csv')], 2, /a\.csv: .*expected valid JSON/],
    ['a mapping of other columns', () => [at('a.csv'), out, '--map', at('other.json')], 2, /column/],
    [
      'a mapping for what has no columns',
      () => ['data/syria-cessation-2016.json', out, '--map', at('map.json')],
      2,
      /column/,
    ],
    [
      'a folder that isn’t there',
      () => [at('a.csv'), at('no/out.json'), '--map', at('map.json')],
      73,
      /no\/out\.json: can’t be written: ENOENT/,
    ],
    [
      'a folder in the place of the output',
      () => [at('a.csv'), at('dir.json'), '--map', at('map.json')],
      73,
      /can’t be written/,
    ],
  ])('%s is told in words, and what stood there stays', async (_, args, code, words) => {
    writeFileSync(at('empty.csv'), '');
    writeFileSync(at('a.png'), Buffer.from('89504e470d0a1a0a00', 'hex'));
    writeFileSync(at('cut.gz'), gzipSync(CSV).subarray(0, 20));
    writeFileSync(at('other.json'), JSON.stringify({ ...MAP, date: 'when' }));
    mkdirSync(at('dir.json'), { recursive: true });
    writeFileSync(out, 'before');
    const told = await convert(...args());
    expect([told.code, told.printed]).toEqual([code, '']);
    expect(told.told.join('\n')).toMatch(words);
    expect(readFileSync(out, 'utf8')).toBe('before');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.each([
    [[], 'An input and an output are needed'],
    [['a.csv'], 'An input and an output are needed'],
    [['a.csv', 'b.pdf'], '“b.pdf” ends like no format'],
    [['a.json', 'a.json'], 'both input and output'],
    [['-', '-', 'a.json'], 'only once'],
    [['a.csv', 'b.json', '--colour'], '“--colour”'],
    [['a.csv', 'b.json', '--strict=yes'], '“--strict=yes”'],
    [['a.csv', 'b.json', '--title'], '--title needs a value'],
    [['a.csv', 'b.json', '--title='], '--title needs a value'],
    [['a.csv', 'b.json', '--as-of', '2016'], '--as-of: found “2016”'],
    [['a.csv', 'b.json', '--as-of', 'today'], '--as-of: found “today”'],
    [['a.csv', 'b.json', '--answer', 'mdy'], 'expected one of day-first, month-first'],
    [['a.csv', 'b.json', '--lang', 'a_b'], '--lang: found “a_b”'],
    [['a.csv', 'b.json', '--encoding', 'klingon'], '--encoding: found “klingon”'],
  ])('a wrong call, %j, is refused before anything is read', async (args, words) => {
    const { code, told } = await convert(...args);
    expect(code).toBe(64);
    expect(told[0]).toContain(words);
    expect(told[1]).toContain('Usage:');
  });

  test('behind two dashes stand files, whatever they are called', () => {
    expect(readConvertOptions(['--strict', '--delimiter', '\\t', '--', '-a.csv', '--b.json'], t)).toMatchObject({
      inputs: ['-a.csv'],
      output: '--b.json',
      isStrict: true,
      delimiter: '\t',
    });
  });
});

describe('how far it is', () => {
  const progressOn = (isTTY: boolean) => {
    const said: string[] = [];
    let now = 0;
    const progress = makeProgress({ isTTY, write: (text: string) => said.push(text) > 0 }, 'a.csv', t, () => now);
    return { said, progress, wait: (ms: number) => void (now += ms) };
  };

  test('is said on a terminal, at most ten times a second, and goes again', () => {
    const { said, progress, wait } = progressOn(true);
    progress.say(0.1);
    expect(said).toEqual([]);
    wait(500);
    progress.say(0.256);
    wait(50);
    progress.say(0.3);
    wait(60);
    progress.say(undefined);
    progress.say(0.4);
    progress.clear();
    expect(said).toEqual(['\r\u001B[KLoading a.csv: 25 %', '\r\u001B[KLoading a.csv: 40 %', '\r\u001B[K']);
  });

  test('is said nowhere else', () => {
    const { said, progress, wait } = progressOn(false);
    wait(5000);
    progress.say(0.5);
    progress.clear();
    expect(said).toEqual([]);
  });
});

test('runs as a program', () => {
  const program = ['--import', 'tsx', 'src/cli/data-convert.ts'];
  const made = spawnSync('node', [...program, '-', '-', '--map', at('map.json'), '--answer', 'day-first'], {
    input: CSV,
    encoding: 'utf8',
  });
  expect([made.status, made.stderr]).toEqual([0, 'stdin (CSV): 2 rows, 2 events; nothing to look at\n']);
  expect((JSON.parse(made.stdout) as { events: unknown[] }).events).toHaveLength(2);
  expect(execFileSync('node', [...program, '--help'], { encoding: 'utf8' })).toContain('Exit code: 0 written');
  expect(existsSync('-')).toBe(false);
});
