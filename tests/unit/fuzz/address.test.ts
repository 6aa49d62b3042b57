import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasUnwantedCharacters } from '../../../src/base/clean-text';
import { readInEnglish } from '../../../src/formats/json/read-in-english';
import { COUNTRY_ROLES, EVENT_TYPES, GROUPINGS, SCALES, TONES } from '../../../src/model/vocabulary';
import { takeViewParams, receiveDataset } from '../../../src/state/view/loading';
import {
  ADDRESS_LIMIT,
  addressText,
  decodeAddress,
  encodeViewParams,
  VIEW_PARAMS,
} from '../../../src/state/address/address';
import type { ViewParamFields } from '../../../src/state/address/view-params';
import { EMPTY_STATE } from '../../../src/state/view/timeline-state';
import type { TimelineState } from '../../../src/state/view/timeline-state';
import { anyText, FUZZ, FUZZ_TIMEOUT_MS } from '../../support/fuzz';
import { hostileDataset } from '../../support/hostile-datasets';

const IDS = ['anna', 'a,b', '100%', '%2C', '__proto__', 'constructor', '&=#+', 'с пробелом', '"><script>', 'x?y', '😀'];
const file = hostileDataset(IDS, 'Ids');
const start = open();

function open(): TimelineState {
  const read = readInEnglish(JSON.stringify(file), 'ids.json');
  if (!read.ok) throw new Error(read.problem.detail);
  return receiveDataset(EMPTY_STATE, read.dataset, []);
}

const ids = [...start.table!.dataset.actors, ...file.events].map(({ id }) => id);
const known = fc.constantFrom(
  ...ids,
  'SY',
  'bodies',
  'default',
  ...EVENT_TYPES,
  ...TONES,
  ...SCALES,
  ...GROUPINGS,
  ...COUNTRY_ROLES,
  'any',
  'all',
  'list',
  '1',
  '2016-01-02',
  '2016-01-05T12:00:00Z',
  '-000001-01-01',
  '+275760-09-13',
);
const values = fc.oneof(
  anyText,
  known,
  fc.array(fc.oneof(known, anyText), { maxLength: 6 }).map((parts) => parts.join(',')),
);
const keys = fc.oneof(
  fc.constantFrom(
    ...Object.keys(VIEW_PARAMS),
    'set',
    'data',
    'embed',
    'hide',
    'lock',
    'theme',
    'lang',
    'gestures',
    'motion',
  ),
  anyText,
);
/** Keys and values written as they should be, or any text at all. */
const queries = fc.oneof(
  fc
    .array(fc.tuple(keys, values), { maxLength: 12 })
    .map((pairs) => new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString()),
  fc
    .array(fc.tuple(keys, values), { maxLength: 12 })
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
  fc.array(anyText, { maxLength: 4 }).map((parts) => parts.join('')),
);

function viewOf(state: TimelineState): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(VIEW_PARAMS).map(([field, { read, write }]) => [
      field,
      (write as (value: unknown) => string)(
        (read as (from: TimelineState) => ViewParamFields[keyof ViewParamFields])(state),
      ),
    ]),
  );
}

test(
  'any address opens, says what it can’t use, and is written as a short one that opens the same view',
  () => {
    fc.assert(
      fc.property(queries, queries, (authors, readers) => {
        const author = decodeAddress(new URLSearchParams(authors));
        const reader = decodeAddress(new URLSearchParams(readers));
        const opened = takeViewParams(takeViewParams(start, author.view), reader.view);
        expect(opened.table).toBe(start.table);
        for (const { where, field, found, expected } of [
          ...author.rejections,
          ...reader.rejections,
          ...opened.rejections,
        ]) {
          expect([where, expected === '']).toEqual(['address', false]);
          for (const text of [field, found])
            if (text.length > 80 || hasUnwantedCharacters(text)) expect.fail(`can’t be shown: ${JSON.stringify(text)}`);
        }
        const params = encodeViewParams(opened, { author: author.view, kept: new URLSearchParams(readers) });
        expect(params.toString().length).toBeLessThan(ADDRESS_LIMIT);
        const again = new URLSearchParams(addressText(params));
        expect([...again]).toEqual([...params]);

        const written = encodeViewParams(opened, { author: author.view });
        const decoded = decodeAddress(new URLSearchParams(addressText(written)));
        expect(decoded.rejections).toEqual([]);
        const reopened = takeViewParams(takeViewParams(start, author.view), decoded.view);
        expect(viewOf(reopened)).toEqual(viewOf(opened));
      }),
      FUZZ,
    );
  },
  FUZZ_TIMEOUT_MS,
);
