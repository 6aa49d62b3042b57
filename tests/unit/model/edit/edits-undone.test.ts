import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { writeDataset } from '../../../../src/formats/json/write';
import type { WholeDataset } from '../../../../src/model/dataset';
import { applyEdit, invertEdit } from '../../../../src/model/edit/apply-edit';
import type { Edit } from '../../../../src/model/edit/edit';
import { setHead } from '../../../../src/model/edit/edit-records';
import { editBetween } from '../../../../src/model/edit/edit-between';
import { joinEdits } from '../../../../src/model/edit/join-edits';
import { randomFile } from '../../../support/random-file';
import { randomEdit } from './random-edits';

function read(text: string): WholeDataset {
  const result = readInEnglish(text, 'file.json');
  if (!result.ok) throw new Error(result.problem.detail);
  return result.dataset;
}

/** What is faulty in a dataset's file, and what reading it gives. */
function readAgain(dataset: WholeDataset) {
  const result = readInEnglish(writeDataset(dataset), 'file.json');
  return result.ok
    ? { dataset: result.dataset, faults: result.rejections.filter(({ effect }) => effect !== 'noted') }
    : { dataset: undefined, faults: [result.problem] };
}

/** Where something goes on and no day is given to look from, a reader takes one from the file, as if it were set. */
function lookedFrom(dataset: WholeDataset, again: WholeDataset | undefined): WholeDataset {
  return dataset.asOf === undefined && again?.asOf !== undefined ? setHead(dataset, { asOf: again.asOf }) : dataset;
}

const dataset = randomFile.map((file) => read(JSON.stringify(file)));

describe('random edits', () => {
  it('a hundred of them and a hundred undos give the file at first, and made again the last', () => {
    fc.assert(
      fc.property(dataset, fc.array(randomEdit, { minLength: 100, maxLength: 100 }), (first, steps) => {
        const edits: Edit[] = [];
        let now = first;
        for (const { change } of steps) {
          const edit = editBetween(now, change(now, first), { did: 'type' });
          if (edit === undefined) continue;
          edits.push(edit);
          now = applyEdit(now, edit);
        }
        expect(edits.length).toBeGreaterThan(20);
        const last = writeDataset(now);
        for (const edit of edits.toReversed()) now = applyEdit(now, invertEdit(edit));
        expect(writeDataset(now)).toBe(writeDataset(first));
        for (const edit of edits) now = applyEdit(now, edit);
        expect(writeDataset(now)).toBe(last);
      }),
      { numRuns: 6 },
    );
  });

  it('each gives what its file is read as, and nothing that breaks a rule of files', () => {
    fc.assert(
      fc.property(dataset, fc.array(randomEdit, { minLength: 25, maxLength: 25 }), (first, steps) => {
        let now = first;
        for (const { change, name } of steps) {
          const next = change(now, first);
          if (next === now) continue;
          now = next;
          const { dataset: again, faults } = readAgain(now);
          expect(faults, name).toEqual([]);
          expect(again, name).toEqual(lookedFrom(now, again));
        }
      }),
      { numRuns: 8 },
    );
  });

  it('inverted after it was applied, each is as if it never was; two joined are as one after the other', () => {
    fc.assert(
      fc.property(dataset, fc.array(randomEdit, { minLength: 12, maxLength: 12 }), (first, steps) => {
        let joined: Edit | undefined;
        let now = first;
        for (const { change, name } of steps) {
          const edit = editBetween(now, change(now, first), { did: 'type' });
          if (edit === undefined) continue;
          const next = applyEdit(now, edit);
          expect(applyEdit(next, invertEdit(edit)), name).toEqual(now);
          joined = joined === undefined ? edit : joinEdits(joined, edit);
          now = next;
          expect(applyEdit(first, joined), name).toEqual(now);
          expect(applyEdit(now, invertEdit(joined)), name).toEqual(first);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('a step that changes nothing gives the same object', () => {
    fc.assert(
      fc.property(dataset, randomEdit, (first, { change, name }) => {
        const once = change(first, first);
        const isSame = writeDataset(once) === writeDataset(first);
        if (isSame) expect(once, name).toBe(first);
      }),
      { numRuns: 50 },
    );
  });
});
