import { expect, test } from 'vitest';
import { isOwnAddress } from '../../../../src/app/own-address';
import { withCarried, withInTab, withoutOwn } from '../../../../src/state/address/own-address';
import {
  eventAddress,
  parsePageAddress,
  viewAddress,
  withLanguage,
  withTheme,
} from '../../../../src/state/address/page-address';
import { toggleCountry } from '../../../../src/state/query/filters';
import { receiveDataset } from '../../../../src/state/view/loading';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import { makeDataset } from '../../../support/make-dataset';

const DATA = `1.${'aZ-_09'.repeat(4000)}`;
const PAGE = 'https://a.example/timeline/';
const HREF = `${PAGE}?theme=dark#t=${DATA}&countries=RU&other=1`;
const STATE = receiveDataset(
  EMPTY_STATE,
  makeDataset([{ id: 'call', participants: ['kerry'], countries: ['US', 'RU'] }]),
  [],
);
const DEFAULTS = { author: {}, usual: ['a'] };

test('what an address carries is its own, and the view behind it is of that', () => {
  const { carried, reader, rejections } = parsePageAddress(HREF);
  expect(carried).toBe(DATA);
  expect(reader).toEqual({ countries: ['RU'] });
  expect(rejections).toEqual([]);
  expect(parsePageAddress(`${PAGE}#t=`).carried).toBe('');
  expect(parsePageAddress(`${PAGE}#countries=RU&t=1.x`).carried).toBeUndefined();
});

test('keeping the address leaves it letter by letter, however long it is, and lets it go with the timeline', () => {
  const shown = toggleCountry(STATE, 'US');
  const kept = `${PAGE}?theme=dark#t=${DATA}&other=1&countries=US`;
  expect(viewAddress(HREF, shown, DEFAULTS)).toEqual({ address: kept, left: [] });
  expect(viewAddress(HREF, shown, DEFAULTS, 'https://b.example/').address).toBe(
    `https://b.example/#t=${DATA}&other=1&countries=US`,
  );
  expect(viewAddress(HREF, { ...shown, datasetIds: ['a'] }, DEFAULTS).address).not.toContain('t=1');
  expect(eventAddress(HREF, STATE, ['a'], 'call')).toBe(`${PAGE}?theme=dark#t=${DATA}&event=call`);
});

test('language and theme lie behind it; a draft takes its place', () => {
  expect(withLanguage(HREF, 'fr')).toContain(`#t=${DATA}&countries=RU&other=1&lang=fr`);
  expect(withTheme(HREF, 'light')).toContain(`#t=${DATA}&countries=RU&other=1&theme=light`);
  const draft = withInTab(HREF, { draft: 'd-1' });
  expect(draft).toBe(`${PAGE}?theme=dark#countries=RU&other=1&tab=d-1`);
  expect(withCarried(withInTab(draft, undefined), DATA)).toBe(HREF);
  expect(withInTab(`${PAGE}#new`, 'file')).toBe(`${PAGE}#tab=file`);
  expect(withoutOwn(`${HREF}&lang=fr`)).toBe(`${PAGE}?theme=dark#lang=fr`);
});

test('an address of a reader’s own is known by how it begins', () => {
  for (const hash of ['#t=1.abc', '#t=', '#new', '#new&lang=fr', '#tab=4f', '#tab=files'])
    expect(isOwnAddress(hash), hash).toBe(true);
  for (const hash of ['', '#', '#tab=file', '#tab=file&q=x', '#newer=1', '#q=t=1', '#to=2016', '#types=talks'])
    expect(isOwnAddress(hash), hash).toBe(false);
});
