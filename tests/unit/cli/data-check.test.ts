import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/cli/run-command';
import { datasetSchema } from '../../../src/formats/json/dataset-schema';
import { FORMAT_VERSION } from '../../../src/formats/json/read-head';
import type { DatasetInput } from '../../../src/model/dataset-input';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { checkFiles } from '../../../src/cli/check-files';
import { INPUT_TYPE_PATH, SCHEMA_PATH, datasetInputType, datasetJsonSchema } from '../../../src/cli/data-schema';

function check(...files: string[]): { code: number; lines: string[] } {
  const lines: string[] = [];
  return { code: checkFiles(files, (line) => void lines.push(line), makeTranslate('en', english)), lines };
}

describe('data:check', () => {
  it('finds nothing wrong with what is shipped', () => {
    const { code, lines } = check();
    expect(
      lines.every((line) => /: (\d+) of \1 events load, 0 problems$/.test(line)),
      lines.join('\n'),
    ).toBe(true);
    expect(code).toBe(0);
  });

  it('says in one line where, what and what else, and sums up', () => {
    expect(check('tests/fixtures/half-bad.json').lines.slice(1)).toEqual([
      'tests/fixtures/half-bad.json: /events/3/title (e4): found “nothing”, expected something here: the field is required  [left out]',
      expect.stringMatching(
        /^tests\/fixtures\/half-bad\.json: \/events\/4\/type \(e5\): found “summit”, expected one of talks, .* {2}\[dropped\]$/,
      ),
      'tests/fixtures/half-bad.json: /events/5/title (e6): found “7”, expected text in quotes  [left out]',
      'tests/fixtures/half-bad.json: 3 of 6 events load, 4 problems',
    ]);
  });

  it('fails with 2 for a file that isn’t there, and still checks the others', () => {
    const { code, lines } = check('no/such/file.json', 'tests/fixtures/two-calls.json');
    expect([code, lines.length, lines[1]]).toEqual([
      2,
      2,
      'tests/fixtures/two-calls.json: 2 of 2 events load, 0 problems',
    ]);
  });

  it('checks rows in a CSV along with the file that says what they mean', () => {
    const { code, lines } = check('tests/fixtures/rows.json');
    expect(lines).toEqual([
      'tests/fixtures/rows.json: /rows/mapping/colour: found “colour”, expected a field of the format; this one is not read  [loaded, but look at it]',
      'tests/fixtures/rows.csv: line 3, column 1: found “soon”, expected a date in EDTF, like 2016-02-24, 2016-02, 2014/.. or [2016-02-23,2016-02-24]  [left out]',
      'tests/fixtures/rows.json: 2 of 3 events load, 2 problems',
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
  const call = (...args: string[]) => {
    const [printed, complained]: [string[], string[]] = [[], []];
    const output = {
      print: (line: string) => void printed.push(line),
      complain: (line: string) => void complained.push(line),
    };
    return { code: runCommand(args, output, t), printed, complained };
  };

  it('checks what it is given, as npm run data:check does', () => {
    const file = 'tests/fixtures/half-bad.json';
    expect(call('check', file)).toEqual({ code: 1, printed: check(file).lines, complained: [] });
    expect(call('check', '--', 'no/such.json').code).toBe(2);
  });

  it.each([
    [['--help'], 0],
    [['check', '--help'], 0],
    [['help'], 0],
    [[], 2],
    [['check'], 2],
    [['convert', 'a.csv'], 2],
    [['check', '--all', 'a.json'], 2],
  ])('called with %j it says how it is called, and ends with %i', (args, code) => {
    const told = call(...args);
    expect(told.code).toBe(code);
    expect((code === 0 ? told.printed : told.complained).join('\n')).toContain('diplomatic-timeline check <file>');
    expect(code === 0 ? told.complained : told.printed).toEqual([]);
  });
});
