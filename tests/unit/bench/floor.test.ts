import { expect, test } from 'vitest';
import { makeColumnTable } from '../../../src/model/table-of-columns';
import { makeFloor } from '../../bench/floor';
import { makeColumns } from '../../support/make-columns';

test('the floor counts what it says it counts', () => {
  const { table } = makeColumnTable(makeColumns({ size: 3000, actors: 20 }));
  const floor = makeFloor(table, 7);
  const scale = 1000 / (table.extent.end - table.extent.start);
  const first = [...table.start]
    .map((at, row) => ({ row, px: Math.floor((at - table.extent.start) * scale) }))
    .filter(({ px }) => px === 0);
  const chosen = new Set([0, 1, 9]);
  expect(floor.filterAndHistogram()).toBe(first.filter(({ row }) => chosen.has(table.type[row]!)).length);
  expect(floor.linkedCounts()).toBe(
    [...table.type].filter((type, row) => chosen.has(type) && table.tone[row] === 0).length,
  );
  const withActor = first.filter(({ row }) =>
    table.participantActor.subarray(table.participantOffset[row], table.participantOffset[row + 1]).includes(7),
  );
  expect(floor.oneActor()).toBe(withActor.length);
  expect(floor.allPostings()).toBe(
    [...table.participantOffset].findIndex((_, row) =>
      table.participantActor.subarray(table.participantOffset[row], table.participantOffset[row + 1]).includes(0),
    ),
  );
  const last = table.extent.end - (table.extent.end - table.extent.start) / 1000;
  const rows = Array.from(table.start, (at, row) => ({ at, row }))
    .filter(({ at }) => at >= last)
    .map(({ row }) => row);
  expect(floor.lanesFromPrefix(1)).toBe(
    rows.filter((row) =>
      table.participantActor.subarray(table.participantOffset[row], table.participantOffset[row + 1]).includes(19),
    ).length,
  );
});
