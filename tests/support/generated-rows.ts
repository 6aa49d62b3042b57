import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvMapping } from '../../src/formats/table/mapping';

const mapping: CsvMapping = {
  id: 'id',
  date: { column: 'date', format: 'iso' },
  title: 'title',
  actors: [
    { column: 'from', role: 'initiator' },
    { column: 'to', role: 'addressee' },
  ],
  type: { column: 'type', values: { talks: 'talks', statement: 'statement', military: 'military' } },
  place: 'place',
};

/** Rows of a made-up collection, in no order of time, 80 bytes each: 500,000 are the 40 MB that a page should take. */
function generatedCsv(rows: number): string {
  const lines = ['id,date,title,from,to,type,place'];
  for (let i = 0; i < rows; i++) {
    const date = new Date(Date.UTC(1990, 0, 1 + ((i * 7919) % 9400))).toISOString().slice(0, 10);
    const type = ['talks', 'statement', 'military'][i % 3];
    lines.push(
      `e${i},${date},"Minister ${i % 97}, talk ${i}",State ${i % 200},State ${(i * 31) % 199},${type},City ${i % 500}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Writes them and the file that says what they mean into a folder, as `name.csv` and `name.json`; gives how many rows
 * there are.
 */
export function writeGenerated(folder: string, name: string, rows: number): number {
  writeFileSync(join(folder, `${name}.csv`), generatedCsv(rows));
  writeFileSync(
    join(folder, `${name}.json`),
    JSON.stringify({
      schemaVersion: '1.0',
      id: name,
      title: 'Generated rows',
      asOf: '2016-02-24',
      rows: { csv: `${name}.csv`, mapping },
    }),
  );
  return rows;
}
