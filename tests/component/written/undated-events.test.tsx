import { expect, test } from 'vitest';
import { writtenSet } from '../../../src/build/written-page';

const file = {
  title: 'Leaves',
  events: [
    { id: 'loose', title: 'A loose leaf' },
    { id: 'call', title: 'A call', date: '2016-02-20', participants: ['Anna'] },
  ],
};

test('events without a date are written behind the dated ones, with a picture of what is dated', () => {
  const written = writtenSet(JSON.stringify(file), 'leaves')!;
  const block = new DOMParser().parseFromString(written.block({ further: [] }), 'text/html');
  const items = [...block.querySelectorAll('.dt-written-date')].map(({ textContent }) => textContent);
  expect(items).toEqual([expect.stringContaining('20 Feb 2016'), expect.stringContaining('No date')]);
  expect(written.jsonLd(undefined)).not.toContain('NaN');
  expect(block.body.innerHTML).not.toContain('NaN');
});

test('a dataset in which nothing has a date is written all the same', () => {
  const written = writtenSet(JSON.stringify({ ...file, events: [file.events[0]] }), 'leaves')!;
  expect(written.block({ further: [] })).toContain('A loose leaf');
  expect(written.block({ further: [] })).not.toContain('NaN');
  expect(written.jsonLd(undefined), 'covers no day of 1970').not.toContain('temporalCoverage');
});
