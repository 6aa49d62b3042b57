import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFolded, foldedWords, foldText } from '../../../../src/state/search/fold-text';
import { snippetOf } from '../../../../src/state/search/snippet';

test.each([
  ['Kerry', 'kerry'],
  ['Genève', 'geneve'],
  ['İstanbul', 'istanbul'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['Ёлка', 'елка'],
  ['Assad’s', "assad's"],
  ['“Plan B”', '"plan b"'],
  ['22–27', '22-27'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['ﬁnal', 'final'],
])('%s folds to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test('words are parted by any white space', () => {
  expect(foldedWords('  Plan\u00a0B\n Kerry ')).toEqual(['plan', 'b', 'kerry']);
  expect(foldedWords(' ')).toEqual([]);
});

test('a folded piece is found where it stands in the original, however letters were folded', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'grapheme' }),
      (before, piece, after) => {
        const needle = foldText(piece);
        const found = findFolded(before + piece + after, needle);
        if (needle === '' || found === undefined) return needle === '';
        return foldText((before + piece + after).slice(found.start, found.end)).includes(needle);
      },
    ),
    { numRuns: 500 },
  );
});

describe('a snippet', () => {
  test('is cut at words on both sides and marks the hit', () => {
    const text = `${'before '.repeat(20)}the Hit itself ${'after '.repeat(20)}`.trim();
    const snippet = snippetOf(text, ['hit'])!;
    expect(snippet.text.slice(snippet.start, snippet.end)).toBe('Hit');
    expect(snippet.text).toMatch(/^…before .* the Hit itself after .* after…$/);
    expect(snippet.text.length).toBeLessThan(110);
  });

  test('of a short text is the text', () => {
    expect(snippetOf('Plan B', ['b'])).toEqual({ text: 'Plan B', start: 5, end: 6 });
  });

  test('never cuts into the hit, and cuts a word that fills everything', () => {
    expect(snippetOf('x'.repeat(1000), ['x'.repeat(200)])).toEqual({ text: `${'x'.repeat(200)}…`, start: 0, end: 200 });
  });

  test('is of the first of several needles that occurs, and of none otherwise', () => {
    expect(snippetOf('one two', ['three', 'two', 'one'])).toEqual({ text: 'one two', start: 4, end: 7 });
    expect(snippetOf('one two', ['three'])).toBeUndefined();
    expect(snippetOf('one two', [''])).toBeUndefined();
  });
});
