import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Rooms that must work in another window than their script's: a frame that a page fills, a window that it opens. */
const ROOMS = ['src/ui/write', 'src/ui/grid', 'src/ui/edit', 'src/ui/keep', 'src/ui/give', 'src/ui/open'].concat(
  'src/app/writing',
  'src/app/keeping',
);
/** What is the script's alone, by file, with the reason. */
const EXCUSED: readonly (readonly [file: string, code: RegExp, why: string])[] = [
  ['src/ui/give/GivePicture.tsx', /document\.documentElement\.clientWidth/, 'how wide a picture begins'],
  ['src/ui/give/picture-file.ts', /document\.createElement\('canvas'\)/, 'a canvas that stands nowhere'],
  ['src/app/writing/writing.ts', /document\.title/, 'of a page of its own, whose document is the script’s'],
  ['src/app/writing/door.ts', /'popstate'/, 'of a page of its own, whose address is the script’s'],
  ['src/app/keeping/tab-channel.ts', /'storage'/, 'each window of the site hears of it'],
];

const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(room, name)),
);

/** Lines that ask whether something is of the script's own window, or take that for the timeline's. */
function strangersIn(source: string): readonly string[] {
  const isLocal = /(?:const|let) (?:\{[^}]*\b)?window\b|\{ window,/.test(source);
  return source
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
    .filter(
      (line) =>
        /instanceof (?:Node|Document|Window|ShadowRoot|\w*Element|\w*Event)\b/.test(line) ||
        /(?<![\w.'$])document\.\w/.test(line) ||
        (!isLocal && /(?<![\w.'$])window\.\w/.test(line)),
    )
    .map((line) => line.trim());
}

test.each(files)('%s works in any window', (file) => {
  const excuses = EXCUSED.filter(([of]) => of === file);
  const found = strangersIn(readFileSync(file, 'utf8'));
  expect(found.filter((line) => !excuses.some(([, code]) => code.test(line)))).toEqual([]);
});

test('no excuse outlives what it excuses', () => {
  expect(
    EXCUSED.filter(([file, code]) => !strangersIn(readFileSync(file, 'utf8')).some((line) => code.test(line))),
  ).toEqual([]);
});

test.each([
  ['if (event instanceof KeyboardEvent) go();', 1],
  ['if (root instanceof Document || root instanceof ShadowRoot) go();', 1],
  ['document.addEventListener("keydown", hear);', 1],
  ['const isCoarse = window.matchMedia(query).matches;', 1],
  ['windowOf(element).matchMedia(query); element.ownerDocument.body', 0],
  ['// document.body', 0],
])('the search meets %s', (source, count) => {
  expect(strangersIn(source)).toHaveLength(count);
});
