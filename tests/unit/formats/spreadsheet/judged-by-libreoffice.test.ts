import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isFull } from '../../../support/full';
import { cellsOf, sheetOf } from '../../../support/make-sheets';

/** What people put into a sheet, and what stands in it then: LibreOffice reads days, hours, numbers and percent. */
const TRAPS: readonly (readonly (string | readonly [typed: string, kept: string])[])[] = [
  ['day', 'early', 'number', 'zeros', 'text', 'percent', 'time', 'yes'],
  ['2016-02-22', '1900-01-15', '0.3', ['007', '7'], 'a, "b"\nc', '12.5%', '14:30', 'TRUE'],
  ['1899-12-31', '1900-02-28', '100000', ['1E+05', '100000'], 'Café 東京', '7%', '00:00', 'FALSE'],
  ['2100-01-01', '1900-03-01', '-0.5', '0', '  x  ', '100%', '23:59:59', ''],
  ['1815-06-09', '1815-06-09', '123456789012345', '', 'end', '', '', 'x'],
];

const typed = TRAPS.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell[0])));
const kept = TRAPS.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell[1])));

const hasOffice = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;

test.runIf(!isFull || !hasOffice)(
  'no sheet was judged by LibreOffice: npm run test:full, where soffice is',
  () => undefined,
);

describe.runIf(isFull && hasOffice)('a sheet that LibreOffice writes', () => {
  test.each(['xlsx', 'ods'])('says what was typed into it: %s', { timeout: 180_000 }, async (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'office-'));
    const csv = typed
      .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join('\n');
    writeFileSync(join(folder, 'traps.csv'), `${csv}\n`);
    // Commas, quotes, UTF-8, from the first line, nothing said of columns, English (United States), special numbers read.
    const reading = '--infilter=CSV:44,34,76,1,,1033,false,true';
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = ['--headless', '--norestore', profile, reading, '--convert-to', format, '--outdir', folder];
    expect(spawnSync('soffice', [...args, join(folder, 'traps.csv')], { timeout: 170_000 }).status).toBe(0);
    const { rows, problem } = await cellsOf(
      await sheetOf(new Uint8Array(readFileSync(join(folder, `traps.${format}`)))),
    );
    expect(problem).toBeUndefined();
    expect(rows.map((row) => Array.from({ length: 8 }, (_, column) => row[column] ?? ''))).toEqual(kept);
    rmSync(folder, { recursive: true });
  });
});
