import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withoutSentences } from '../../../src/build/drop-descriptions';
import { partOf } from '../../../src/build/chunk-plugin';

describe('a part', () => {
  test('leaves its code at its own element, and imports further parts only when it is asked to', () => {
    const code =
      'const a = require("./app-1.js");\nconst later = () => Promise.resolve().then(() => require("./list-2.js")).then((m) => m.List);\nexports.later = later;';
    const part = partOf(code);
    expect(part).toBe(
      'document.currentScript.partCode = (exports, require) => { "use strict"; const a = require("./app-1.js");\nconst later = () => require.part("./list-2.js").then((m) => m.List);\nexports.later = later;\n}',
    );
  });

  test('calls others by names without the hashes that their files will have', () =>
    expect(partOf('const a = require("./app-!~{001}~.js"), b = "./x-!~{001}~.css";')).toContain(
      'const a = require("./app"), b = "./x-!~{001}~.css";',
    ));
  // Rolldown counts with 64 digits, of which `$` is one.
  expect(partOf('require.part("./list-!~{00$}~.js")')).toContain('require.part("./list")');
  // What Vite would load along is nothing here.
  expect(partOf('load(() => import_("./a"), void 0, {}.url)')).toContain('load(() => import_("./a"))');

  test('that would import at once what isn’t here stops the build', () => {
    expect(() => partOf('Promise.resolve().then(() => /* @__PURE__ */ __toESM(require("./p-1.js")))')).toThrow(
      'dynamic import of a package',
    );
  });
});

test('the page’s schema keeps its words and keys, and none of its sentences', () => {
  const source = ['schema', 'schema-fields']
    .map((name) => readFileSync(`src/formats/json/${name}.ts`, 'utf8'))
    .join('');
  const code = withoutSentences(source);
  expect(source.length - code.length).toBeGreaterThan(3000);
  expect(code.match(/'[^'\n]*'/g)?.filter((literal) => literal.includes(' '))).toEqual([]);
  for (const kept of ["'expected.id'", "'expected.country'", "'referenced'", "from 'valibot'"])
    expect(code).toContain(kept);
});
