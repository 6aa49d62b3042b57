import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWholeReader } from '../../../../src/formats/json/load-reader';
import { writeDataset } from '../../../../src/formats/json/write';
import { notebookText, openNotebook, retype } from '../../../../src/formats/notebook/notebook';
import { context, readFile } from '../../../support/make-notebook';
import { randomFile } from '../../../support/random-file';

beforeAll(loadWholeReader);

/** A change to the lines of a text, at a place that is reduced to those that there are. */
const change = fc.record({
  kind: fc.constantFrom('letter', 'delete', 'insert', 'move', 'double', 'comment'),
  at: fc.nat(1000),
  to: fc.nat(1000),
});

function changed(
  lines: readonly string[],
  { kind, at, to }: { kind: string; at: number; to: number },
): readonly string[] {
  const place = at % Math.max(lines.length, 1);
  const line = lines[place] ?? '';
  const others = [...lines.slice(0, place), ...lines.slice(place + 1)];
  const insert = (into: readonly string[], where: number, text: string) => [
    ...into.slice(0, where),
    text,
    ...into.slice(where),
  ];
  switch (kind) {
    case 'letter':
      return insert(others, place, `${line}x`);
    case 'delete':
      return others;
    case 'insert':
      return insert(lines, place, '24 Feb 2016: Something new - Anna [talks]');
    case 'move':
      return insert(others, to % (others.length + 1), line);
    case 'double':
      return insert(lines, place, line);
    default:
      return insert(lines, place, '// a remark');
  }
}

describe('random edits', () => {
  it('keep what they don’t touch, and taking them back gives the dataset at first', () => {
    fc.assert(
      fc.property(randomFile, fc.array(change, { minLength: 1, maxLength: 6 }), (file, changes) => {
        const dataset = readFile(file);
        const opened = openNotebook(dataset, context);
        const at = notebookText(opened);
        let notebook = opened;
        for (const each of changes) {
          const lines = changed(notebookText(notebook).split('\n'), each);
          const before = notebook;
          notebook = retype(before, lines.join('\n'), context);
          expect(notebookText(notebook)).toBe(lines.join('\n'));
          const ids = notebook.dataset.events.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          // Another day to look from, or language, may make all events other ones.
          const { asOf, language } = before.dataset;
          if (notebook.dataset.asOf?.edtf !== asOf?.edtf || notebook.dataset.language !== language) continue;
          // A letter, a remark, a doubled or moved line touches at most the records of a few lines.
          const kept = before.dataset.events.filter((event) => notebook.dataset.events.includes(event));
          const isLinked = before.dataset.events.filter(
            ({ relations, claims }) => relations.length + claims.length > 0,
          );
          expect(kept.length).toBeGreaterThanOrEqual(before.dataset.events.length - 3 - isLinked.length);
        }
        expect(readFile(JSON.parse(writeDataset(notebook.dataset))).events).toHaveLength(
          notebook.dataset.events.length,
        );
        const back = retype(notebook, at, context);
        expect(back.dataset.events.map(({ title }) => title)).toEqual(dataset.events.map(({ title }) => title));
      }),
      { numRuns: Number(process.env['NB_RUNS'] ?? 12) },
    );
  });
});
