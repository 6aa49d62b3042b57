import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { dateFormatOf, numberFormatOf } from '../../../src/base/messages/locale-formats';

const FORMATS = 'src/base/messages/locale-formats.ts';
/** Reads the clock of a time zone back as numbers, in English whatever the page speaks. */
const READ_BACK = 'src/formats/zone-offset.ts';

/** Syria and Egypt write ٢٠١٦; Morocco, the Emirates, and Arabic of no region, 2016. */
test.each([
  ['ar', 'latn', '2016'],
  ['ar-MA', 'latn', '2016'],
  ['ar-AE', 'latn', '2016'],
  ['ar-SY', 'arab', '٢٠١٦'],
  ['ar-EG', 'arab', '٢٠١٦'],
  ['ar-SA', 'arab', '٢٠١٦'],
  ['en', 'latn', '2016'],
  ['fr-SY', 'latn', '2016'],
  ['ru', 'latn', '2016'],
])('%s writes numbers and years with digits that are said and not the browser’s own (%s)', (locale, digits, year) => {
  // What is asked of the browser, in whose own words a test couldn't tell what another browser takes.
  expect(numberFormatOf(locale).resolvedOptions().numberingSystem).toBe(digits);
  expect(numberFormatOf(locale, { useGrouping: false }).format(2016)).toBe(year);
  expect(dateFormatOf(locale, { year: 'numeric' }).format(Date.UTC(2016, 1, 24))).toContain(year);
});

test.each(['ar-SA', 'ar', 'th', 'fa-IR'])('days are of the calendar of the data and of UTC in %s', (locale) => {
  const { calendar, timeZone } = dateFormatOf(locale, { year: 'numeric' }).resolvedOptions();
  expect({ calendar, timeZone }).toEqual({ calendar: 'gregory', timeZone: 'UTC' });
});

test('nobody’s options change digits, calendar or zone', () => {
  const own = { numberingSystem: 'beng', calendar: 'buddhist', timeZone: 'Asia/Damascus' };
  expect(dateFormatOf('ar-SY', own).resolvedOptions()).toMatchObject({
    numberingSystem: 'arab',
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  expect(numberFormatOf('ar', own).resolvedOptions().numberingSystem).toBe('latn');
});

/** A node of the syntax tree (ESTree), as far as this asks. */
interface Node {
  readonly type: string;
  readonly computed?: boolean;
  readonly object?: { readonly name?: string };
  readonly property?: { readonly name?: string; readonly value?: unknown };
}

const MAKERS = new Set(['NumberFormat', 'DateTimeFormat', 'RelativeTimeFormat', 'DurationFormat']);
const METHODS = new Set(['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']);

/** Where a source lets the browser choose digits: `Intl.NumberFormat` and its kin, and `toLocaleString`. */
function ownFormattersIn(file: string, text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const { type, object, property } = node as Node;
    // Types are erased before anything runs.
    if (type.startsWith('TS') && type !== 'TSAsExpression' && type !== 'TSNonNullExpression') return;
    const name = property?.name ?? property?.value;
    if (type === 'MemberExpression' && object?.name === 'Intl' && MAKERS.has(String(name))) found.push(`Intl.${name}`);
    if (type === 'MemberExpression' && METHODS.has(String(name))) found.push(String(name));
    if (type === 'VariableDeclarator' && (node as { init?: { name?: string } }).init?.name === 'Intl')
      found.push('Intl');
    for (const inner of Object.values(node)) visit(inner);
  };
  visit(parseSync(file, text).program);
  return found;
}

describe('formatters of numbers and dates', () => {
  test('are found however they are written', () => {
    const source = `const a = new Intl.NumberFormat('en'), b = Intl['DateTimeFormat']('ar'), c: Intl.NumberFormat = a;
      const { NumberFormat } = Intl; n.toLocaleString(); d?.toLocaleDateString('ar'); s.toLocaleUpperCase('tr');`;
    expect(ownFormattersIn('source.ts', source)).toEqual([
      'Intl.NumberFormat',
      'Intl.DateTimeFormat',
      'Intl',
      'toLocaleString',
      'toLocaleDateString',
    ]);
  });

  test('are made in one place', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    const elsewhere = files
      .map((file) => join('src', file))
      .filter((file) => ownFormattersIn(file, readFileSync(file, 'utf8')).length > 0);
    expect(elsewhere.toSorted()).toEqual([FORMATS, READ_BACK]);
  });
});
