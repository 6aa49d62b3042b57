import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/run-command';
import type { CommandOutput } from '../../../src/cli/run-command';
import { datasetSchema } from '../../../src/formats/json/dataset-schema';
import { FORMAT_VERSION } from '../../../src/formats/json/read-head';
import type { DatasetInput } from '../../../src/model/dataset-input';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { checkFiles } from '../../../src/cli/check-files';
import { INPUT_TYPE_PATH, SCHEMA_PATH, datasetInputType, datasetJsonSchema } from '../../../src/cli/data-schema';

async function check(...files: string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await checkFiles(files, (line) => void lines.push(line), makeTranslate('en', english));
  return { code, lines };
}

describe('data:check', () => {
  it('finds nothing wrong with what is shipped', async () => {
    const { code, lines } = await check();
    expect(
      lines.every((line) => /: (\d+) of \1 events load, 0 problems$/.test(line)),
      lines.join('\n'),
    ).toBe(true);
    expect(code).toBe(0);
  });

  it('says in one line where, what and what else, and sums up', async () => {
    expect((await check('tests/fixtures/half-bad.json')).lines.slice(1)).toEqual([
      'tests/fixtures/half-bad.json: /events/3/title (e4): found “nothing”, expected something here: the field is required  [left out]',
      expect.stringMatching(
        /^tests\/fixtures\/half-bad\.json: \/events\/4\/type \(e5\): found “summit”, expected one of talks, .* {2}\[dropped\]$/,
      ),
      'tests/fixtures/half-bad.json: /events/5/title (e6): found “7”, expected text in quotes  [left out]',
      'tests/fixtures/half-bad.json: 3 of 6 events load, 4 problems',
    ]);
  });

  it('fails with 2 for a file that isn’t there, and still checks the others', async () => {
    const { code, lines } = await check('no/such/file.json', 'tests/fixtures/two-calls.json');
    expect([code, lines.length, lines[1]]).toEqual([
      2,
      2,
      'tests/fixtures/two-calls.json: 2 of 2 events load, 0 problems',
    ]);
  });

  it('checks rows in a CSV along with the file that says what they mean', async () => {
    const { code, lines } = await check('tests/fixtures/rows.json');
    expect(lines).toEqual([
      'tests/fixtures/rows.json: /rows/mapping/colour: found “colour”, expected a field of the format; this one is not read  [loaded, but look at it]',
      'tests/fixtures/rows.csv: line 3, column 1: found “soon”, expected a date, like 24 February 2016, 24/2/2016 or 2016-02  [loaded, but look at it]',
      'tests/fixtures/rows.json: 3 of 3 events load, 2 problems',
    ]);
    expect(code).toBe(1);
  });

  it('runs as a program', () => {
    const output = execFileSync('node', ['--import', 'tsx', 'src/cli/data-check.ts', 'tests/fixtures/two-calls.json'], {
      encoding: 'utf8',
    });
    expect(output).toBe('tests/fixtures/two-calls.json: 2 of 2 events load, 0 problems\n');
  });
});

it('the committed JSON Schema is the one the loader checks with; npm run data:schema makes it anew', () => {
  expect(readFileSync(SCHEMA_PATH, 'utf8')).toBe(datasetJsonSchema());
});

it('the committed type of a dataset is made of the same definition, and takes what that takes', async () => {
  expect(readFileSync(INPUT_TYPE_PATH, 'utf8')).toBe(await datasetInputType());
  const shipped: DatasetInput = JSON.parse(readFileSync('data/syria-cessation-2016.json', 'utf8')) as DatasetInput;
  expect(v.safeParse(datasetSchema, shipped).success).toBe(true);
});

it('the schema says which version of the format it is of, and lets files name it', () => {
  const { $id, properties } = JSON.parse(datasetJsonSchema()) as { $id: string; properties: Record<string, unknown> };
  expect($id).toBe(`urn:diplomatic-timeline:dataset:${FORMAT_VERSION}`);
  expect(properties).toHaveProperty('$schema');
});

describe('the package’s command', () => {
  const t = makeTranslate('en', english);
  const call = async (...args: string[]) => {
    const [printed, complained]: [string[], string[]] = [[], []];
    const output: CommandOutput = {
      print: async (content) => void printed.push(String(content)),
      complain: (line) => void complained.push(line),
      terminal: { write: () => true },
    };
    return { code: await runCommand(args, output, t), printed, complained };
  };

  it('checks what it is given, as npm run data:check does', async () => {
    const file = 'tests/fixtures/half-bad.json';
    const { code, printed, complained } = await call('check', file);
    expect([code, printed.join(''), complained]).toEqual([1, `${(await check(file)).lines.join('\n')}\n`, []]);
    expect((await call('check', '--', 'no/such.json')).code).toBe(2);
  });

  it.each<[string[], number, string]>([
    [['--help'], 0, 'check'],
    [['--help'], 0, 'convert'],
    [['check', '--help'], 0, 'check'],
    [['convert', '--help'], 0, 'convert'],
    [['convert', 'a.csv', 'b.json', '-h'], 0, 'convert'],
    [['help'], 0, 'check'],
    [[], 2, 'check'],
    [['check'], 2, 'check'],
    [['turn', 'a.csv'], 2, 'check'],
    [['convert', 'a.csv'], 64, 'convert'],
    [['check', '--all', 'a.json'], 2, 'check'],
  ])('called with %j it says how it is called, and ends with %i', async (args, code, command) => {
    const told = await call(...args);
    expect(told.code).toBe(code);
    expect((code === 0 ? told.printed : told.complained).join('\n')).toContain(`diplomatic-timeline ${command} <file>`);
    expect(code === 0 ? told.complained : told.printed).toEqual([]);
  });
});

describe('files of other formats', () => {
  it('are checked as the page reads them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'check-'));
    const [calendar, packed, sheet, picture] = ['a.ics', 'a.json.gz', 'a.doc', 'a.png'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    const entry = (uid: string, start: string) =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:Talks\r\n${start}END:VEVENT\r\n`;
    writeFileSync(
      calendar,
      `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${entry('a', 'DTSTART;VALUE=DATE:20160224\r\n')}${entry('b', '')}END:VCALENDAR\r\n`,
    );
    writeFileSync(packed, gzipSync(readFileSync('tests/fixtures/two-calls.json')));
    writeFileSync(sheet, 'not an office file');
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a00', 'hex'));
    const { code, lines } = await check(calendar, packed);
    expect(lines.at(-1)).toMatch(/a\.json\.gz: 2 of 2 events load, 0 problems$/);
    expect(lines.slice(0, 2)).toEqual([
      `${calendar}: 1 entry has no date; it stands under “No date”`,
      `${calendar}: 2 of 2 events load, 0 problems`,
    ]);
    expect(code).toBe(0);
    expect(await check(picture)).toEqual({
      code: 2,
      lines: [
        `${picture}: refused whole: “${picture}” is a file of another kind, which this page doesn’t read. (PNG) Save what is in it as a spreadsheet (.xlsx or .ods), as CSV or as JSON, then open that.`,
      ],
    });
    rmSync(folder, { recursive: true });
  });
});
