import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

// The rules are the linter's (`.ci/oxlintrc.json`). Here only: that they hold what they are meant to, and that no folder is without.

const root = resolve(import.meta.dirname, '../../..');
const config = join(root, '.ci/oxlintrc.json');
const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));

afterAll(() => rmSync(folder, { recursive: true }));

const REFUSED: readonly (readonly [file: string, code: string])[] = [
  ['base/a.ts', "import { b } from '../model/b';\nb();"],
  ['base/a.ts', "import { b } from 'd3';\nb();"],
  ['model/dates/a.ts', "import type { B } from '../../formats/b';\nexport type A = B;"],
  ['formats/json/a.ts', "export { b } from '../../layout/b';"],
  ['formats/a.ts', "import { parse } from 'edtf';\nparse();"],
  ['layout/lanes/a.ts', "import { b } from '../../state/query/b';\nb();"],
  ['layout/a.ts', "import * as d3 from 'd3';\nd3.min([]);"],
  ['layout/a.ts', "await import('../ui/chart/b');"],
  ['state/view/a.ts', "import { b } from '../../formats/b';\nb();"],
  ['state/address/a.ts', "import { createStore } from 'zustand/vanilla';\ncreateStore();"],
  ['render/a.ts', "import { b } from '../state/b';\nb();"],
  ['picture/a.ts', "import { b } from '../ui/b';\nb();"],
  ['written/A.tsx', "import { b } from '../ui/kit/b';\nb();"],
  ['ui/kit/a.ts', "import { b } from '../context/b';\nb();"],
  ['ui/kit/focus/a.ts', "import { b } from '../../panel/b';\nb();"],
  ['ui/context/a.ts', "import { b } from '../chart/b';\nb();"],
  ['ui/chart/hands/a.ts', "import { b } from '../../list/b';\nb();"],
  ['ui/list/a.ts', "import { b } from '../chart/Stage';\nb();"],
  ['ui/panel/A.tsx', "import { b } from '../shell/App';\nb();"],
  ['ui/search/a.ts', "import { b } from '../../app/b';\nb();"],
  ['ui/share/a.ts', "import { b } from '../../formats/b';\nb();"],
  ['app/a.ts', "import { b } from '../embed/b';\nb();"],
  ['embed/iframe/a.ts', "import { b } from '../../entries/b';\nb();"],
  ['cli/a.ts', "import { b } from '../layout/b';\nb();"],
  ['build/a.ts', "import { b } from '../ui/b';\nb();"],
  ['model/a.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('a');"],
  ['model/a.ts', 'const a = 1;\nexport default a;'],
  ['ui/chart/index.ts', "export * from './Stage';"],
];

const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['model/a.ts', "import { b } from '../base/b';\nb();"],
  ['layout/scale/a.ts', "import { min } from 'd3';\nimport { b } from '../lanes/b';\nmin([b]);"],
  ['state/view/a.ts', "import { b } from '../search/b';\nb();"],
  ['state/view/store.ts', "import { createStore } from 'zustand/vanilla';\ncreateStore();"],
  ['ui/chart/a.ts', "import { b } from '../kit/b';\nimport { c } from '../../state/search/c';\nb(c);"],
  ['ui/list/ListScrubber.tsx', "import { b } from '../chart/use-overview-picture';\nb();"],
  ['ui/panel/ActorStrip.tsx', "import { StripChart } from '../chart/StripChart';\nStripChart();"],
  ['ui/shell/a.ts', "import { b } from '../print/b';\nb();"],
  ['build/a.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('a');"],
  ['cli/a.ts', "import { b } from '../formats/b';\nb();"],
];

/** What the linter says of sources, by the case's number: one run for all of them. */
function complaints(cases: readonly (readonly [file: string, code: string])[], name: string): ReadonlySet<number> {
  for (const [index, [file, code]] of cases.entries()) {
    const path = join(folder, name, String(index), 'src', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${code}\n`);
  }
  const bin = join(root, 'node_modules/oxlint/bin/oxlint');
  let report = '';
  try {
    report = execFileSync(process.execPath, [bin, '--config', config, '--format', 'unix', join(folder, name)], {
      encoding: 'utf8',
    });
  } catch (error) {
    report = (error as { stdout: string }).stdout;
  }
  const rules = /no-restricted-imports|no-namespace|no-default-export|no-barrel-file/;
  const found = report.split('\n').filter((line) => rules.test(line));
  return new Set(found.map((line) => Number(new RegExp(`${name}[/\\\\](\\d+)[/\\\\]`).exec(line)?.[1])));
}

test('every folder of src, and every room of ui, has its rule', () => {
  const text = readFileSync(config, 'utf8');
  const inside = (path: string) =>
    readdirSync(join(root, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${path}/${name}`);
  const folders = [...inside('src').filter((path) => path !== 'src/ui'), ...inside('src/ui')];
  expect(folders.length).toBeGreaterThan(20);
  expect(folders.filter((path) => !text.includes(`"**/${path}/**"`))).toEqual([]);
});

describe('the linter', () => {
  const refused = complaints(REFUSED, 'refused');
  const allowed = complaints(ALLOWED, 'allowed');

  test.each(REFUSED.map(([file, code], index) => ({ file, code: code.split('\n')[0], index })))(
    'refuses in $file: $code',
    ({ index }) => expect(refused.has(index)).toBe(true),
  );

  test.each(ALLOWED.map(([file, code], index) => ({ file, code: code.split('\n')[0], index })))(
    'allows in $file: $code',
    ({ index }) => expect(allowed.has(index)).toBe(false),
  );
});
