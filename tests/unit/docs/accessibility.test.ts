import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const audit = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');

/** How many heuristics each principle of Chartability has. */
const HEURISTICS = {
  Perceivable: 8,
  Operable: 8,
  Understandable: 10,
  Robust: 3,
  Compromising: 7,
  Assistive: 6,
  Flexible: 8,
};

test('the audit goes through all fifty heuristics, and says of each what was tried', () => {
  const counts = Object.keys(HEURISTICS).map((principle) => {
    const [, part = ''] = audit.split(`\n## ${principle}\n`);
    const rows = part
      .split('\n## ')[0]!
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .slice(1);
    expect(
      rows.filter(
        (row) =>
          row.split('|').length !== 5 ||
          row.split('|').some((cell, index) => index > 0 && index < 4 && cell.trim() === ''),
      ),
    ).toEqual([]);
    return [principle, rows.length];
  });
  expect(Object.fromEntries(counts)).toEqual(HEURISTICS);
});

test('every test that the audit rests on is there', () => {
  const named = [
    ...audit.matchAll(
      /(?:browser|component|unit|support)\/[\w/-]+\.tsx?\b|(?:browser|component|unit)\/[\w/-]+\.test\.tsx?/g,
    ),
  ].map(([name]) => name);
  expect(named.length).toBeGreaterThan(30);
  expect([...new Set(named)].filter((name) => !existsSync(join(root, 'tests', name)))).toEqual([]);
});

test('how long the opening view takes to be read is what the transcript has', () => {
  const [, taken] = /takes Orca (\d+) utterances/.exec(audit) ?? [];
  const transcript = readFileSync(join(root, 'tests/read-aloud/opening.txt'), 'utf8');
  expect(transcript.split('\n')[0]).toBe(`read on: ${taken} utterances`);
});
