import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { fileAtHand } from '../../support/file-at-hand';
import { openFiles, opened } from '../../support/open-files';

const CALLS = 'rcid,session,date,unres,short,descr\n3,1,1946-01-01,R/1/66,RULES,A\n4,1,1946-01-02,R/1/79,SEATS,B\n';
const VOTES = 'rcid,country,country_code,vote\n3,Cuba,CU,yes\n3,France,FR,no\n4,Cuba,CU,yes\n';

function packed(name: string, text: string): ReturnType<typeof fileAtHand> {
  return fileAtHand(gzipSync(strToU8(text)), { name });
}

function zipped(files: Readonly<Record<string, string>>): ReturnType<typeof fileAtHand> {
  const parts = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return fileAtHand(zipSync(parts), { name: 'votes.zip' });
}

const calls = packed('calls.csv.gz', CALLS);
const votes = packed('votes.csv.gz', VOTES);

it.each([
  ['two packed files', [votes, calls]],
  ['two packed files in the other order', [calls, votes]],
  ['one that is packed and one that is not', [fileAtHand(VOTES, { name: 'votes.csv' }), calls]],
  ['a ZIP file of both', [zipped({ 'calls.csv': CALLS, 'votes.csv': VOTES })]],
  ['a ZIP file with a read-me before them', [zipped({ 'README.txt': 'Read me\n', 'v.csv': VOTES, 'c.csv': CALLS })]],
  ['a ZIP file and a file beside it', [zipped({ 'calls.csv': CALLS }), fileAtHand(VOTES, { name: 'votes.csv' })]],
] as const)('tables are laid together from %s', async (_, files) => {
  const { table, events } = await opened(files);
  expect(events().map(({ title, date }) => [title, date?.edtf])).toEqual([
    ['RULES', '1946-01-01'],
    ['SEATS', '1946-01-02'],
  ]);
  expect(table.dataset.actors.map(({ label }) => label)).toEqual(['Cuba', 'France']);
});

it('a packed file that cannot be used is said, whichever of the drop it is', async () => {
  const broken = fileAtHand(gzipSync(strToU8(VOTES)).subarray(0, 12), { name: 'votes.csv.gz' });
  const { problem } = await openFiles([calls, broken]);
  expect(problem).toMatchObject({ kind: 'damaged', source: 'votes.csv.gz' });
});
