import { expect, test } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { parseEventDate } from '../../../src/model/dates/parse-event-date';
import { bibtexOfView, citationOfView } from '../../../src/written/view-citation';
import type { CitedView } from '../../../src/written/view-citation';
import { makeDataset } from '../../support/make-dataset';

const t = makeTranslate('en', english);
const asOf = parseEventDate('2016-05-04');
const VIEW: CitedView = {
  dataset: makeDataset([{ id: 'a' }], {
    id: 'boats & counts',
    title: 'Boats {counted} 100%',
    curators: ['Ada Ford', 'B. Gray'],
    ...('fault' in asOf ? {} : { asOf }),
    modified: '2016-05-06',
  }),
  events: 12,
  shown: 12,
  filter: '',
  address: 'https://example.org/timeline/#types=talks',
  accessed: Date.UTC(2026, 10, 29, 13),
};

test('a view is cited by who made it, its title, count, day, version, address and the day it was read', () => {
  expect(citationOfView(VIEW, t)).toBe(
    'Ada Ford, B. Gray. “Boats {counted} 100%.” Timeline of 12 events, as of 4 May 2016. Version of 6 May 2016. https://example.org/timeline/#types=talks Accessed 29 Nov 2026.',
  );
});

test('a filter is told, a version stands before the day of the last change, and without an address nothing was read', () => {
  const { dataset } = VIEW;
  const cited = { ...VIEW, dataset: { ...dataset, version: '2.1', curators: [] }, shown: 3, filter: 'Types: talks' };
  expect(citationOfView({ ...cited, address: undefined }, t)).toBe(
    '“Boats {counted} 100%.” Timeline of 12 events, as of 4 May 2016. 3 of them shown: Types: talks. Version 2.1.',
  );
});

test('the entry of BibTeX escapes what TeX would take for its own', () => {
  expect(bibtexOfView(VIEW, t)).toBe(`@misc{boats-counts,
  author = {{Ada Ford} and {B. Gray}},
  title = {{Boats \\{counted\\} 100\\%}},
  year = {2016},
  note = {Timeline of 12 events, as of 4 May 2016. Version of 6 May 2016.},
  url = {https://example.org/timeline/#types=talks},
  urldate = {2026-11-29}
}
`);
});
