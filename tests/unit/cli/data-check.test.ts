import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { checkFiles } from '../../../src/cli/check-files';
import { SCHEMA_PATH, datasetJsonSchema } from '../../../src/cli/data-schema';

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
