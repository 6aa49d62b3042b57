import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { checkFiles } from '../../../../src/cli/check-files';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { ADVICE_FILES, REFUSED_FILES, WRONG_FILES } from '../../../fixtures/wrong-table';

const pathOf = (file: string): string => `tests/fixtures/wrong/${file}.json`;

async function check(file: string): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = [];
  const code = await checkFiles([pathOf(file)], (line) => void lines.push(line), makeTranslate('en', english));
  return { code, lines };
}

it('every file of tests/fixtures/wrong is in the table', () => {
  const files = readdirSync('tests/fixtures/wrong').map((name) => name.replace('.json', ''));
  expect([...WRONG_FILES, ...ADVICE_FILES, ...REFUSED_FILES].map(({ file }) => file).toSorted()).toEqual(
    files.toSorted(),
  );
});

describe.each(WRONG_FILES)('$file', ({ file, where, found, expected, effect, events }) => {
  it('is told apart by reading: place, value, what was expected; the rest loads', () => {
    const result = readInEnglish(readFileSync(pathOf(file), 'utf8'), file);
    expect(result.ok ? result.dataset.events.length : result.problem.detail).toBe(events);
    expect(result.rejections).toContainEqual(
      expect.objectContaining({ where, found, effect, expected: expect.stringContaining(expected) }),
    );
    expect(
      result.rejections.filter((rejection) => rejection.where !== where).length,
      'no fault is told that isn’t there',
    ).toBe(0);
  });

  it('is told by data:check, with exit code 1', async () => {
    const { code, lines } = await check(file);
    expect(code).toBe(1);
    expect(
      lines.filter((line) => line.includes(`${where}`) && line.includes(`found “${found}”`) && line.includes(expected)),
    ).toHaveLength(1);
    expect(lines.at(-1)).toMatch(new RegExp(`: ${events} of \\d+ events load, \\d+ problems?$`));
  });
});

describe.each(ADVICE_FILES)('$file', ({ file, where, found, expected, events }) => {
  it('is read as it is', () => {
    const result = readInEnglish(readFileSync(pathOf(file), 'utf8'), file);
    expect([result.ok && result.dataset.events.length, result.rejections]).toEqual([events, []]);
  });

  it('is told by data:check, which passes', async () => {
    const { code, lines } = await check(file);
    expect(lines).toEqual([
      expect.stringContaining(`: ${where} (e2): found “${found}”, better ${expected}`),
      expect.stringMatching(/: 2 of 2 events load, 0 problems$/),
    ]);
    expect(code).toBe(0);
  });
});

describe.each(REFUSED_FILES)('$file', ({ file, kind, detail, exit }) => {
  it('is refused whole, with the reason', () => {
    const result = readInEnglish(readFileSync(pathOf(file), 'utf8'), file);
    expect(result.ok ? undefined : result.problem).toEqual({ kind, detail: expect.stringContaining(detail) });
  });

  it(`is told by data:check, with exit code ${exit}`, async () => {
    const { code, lines } = await check(file);
    expect([code, lines.at(-1)]).toEqual([exit, expect.stringContaining(detail)]);
  });
});
