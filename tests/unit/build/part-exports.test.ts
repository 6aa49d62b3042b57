import { describe, expect, test } from 'vitest';
import { withShortExports } from '../../../src/build/part-exports';

const getter = (name: string, local: string) =>
  `Object.defineProperty(exports, "${name}", {\n  enumerable: true,\n  get: function () {\n    return ${local};\n  }\n});`;
const main = './app-!~{000}~.js';

describe('what the main chunk hands over', () => {
  const names = ['$', 'Da', 'n', 't'];
  const code = `const apply = 1;\nvar react = 2;\nlet later;\nconst put = () => { later = 3; };\nexports.$ = apply;\n${getter('Da', 'react')}\n${getter('n', 'later')}\nexports.t = put;`;
  const short = withShortExports(code, { main, names, isMain: true });
  const exports: Record<string, unknown> = {};
  // What a build makes is run here, as the page runs it.
  // oxlint-disable-next-line typescript/no-implied-eval
  new Function('exports', short)(exports);

  test('is found under its number by all others', () => {
    const other = withShortExports(
      `const require_index = require("${main}");\nseen(require_index.$, require_index.Da, require_index.n);\nrequire_index.t();\nseen(require_index.n);`,
      { main, names, isMain: false },
    );
    const seen: unknown[] = [];
    // oxlint-disable-next-line typescript/no-implied-eval
    new Function('require', 'seen', other)(
      () => exports,
      (...each: unknown[]) => seen.push(...each),
    );
    expect(seen, 'what is put in anew is seen anew').toEqual([1, 2, undefined, 3]);
  });

  test('has no other names', () => expect(Object.keys(exports).toSorted()).toEqual(['a0', 'a1', 'a2', 'a3']));
});

test('others hand over values, by their own names, and keep a getter for what is put in anew', () => {
  const code = `const a = 1;\nlet b = 2, c = 3, d = 4;\nfunction go() { b++; [c] = []; for (d of []) ; }\n${['a', 'b', 'c', 'd', 'go'].map((name) => getter(`${name}1`, name)).join('\n')}`;
  const short = withShortExports(code, { main, names: ['t'], isMain: false });
  expect(short).toContain('exports.a1 = a;');
  expect(short).toContain('exports.go1 = go;');
  for (const name of ['b1', 'c1', 'd1']) expect(short).toContain(`Object.defineProperty(exports, "${name}", {`);
});

test('no line moves but those at the end, so that a source map holds', () => {
  const code = `const require_index = require("${main}");\n\nvar import_react = require_index.t();\n(0, import_react.useState)(1);\n(0, other.useState)(2);`;
  expect(withShortExports(code, { main, names: ['t'], isMain: false })).toBe(
    `const require_index = require("${main}");\n\nvar import_react = require_index.a0();\nimport_react.useState(1);\n(0, other.useState)(2);`,
  );
});

test.each(['hand(require_index);', 'require_index.x();', 'require_index["t"]();'])(
  'the main chunk can’t be used as %s',
  (use) =>
    expect(() =>
      withShortExports(`const require_index = require("${main}");\n${use}`, { main, names: ['t'], isMain: false }),
    ).toThrow('A chunk uses'),
);
