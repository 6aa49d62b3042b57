import { describe, expect, test } from 'vitest';
import { viewOf } from '../../../src/app/view-request';

const february = { start: Date.UTC(2016, 1, 1), end: Date.UTC(2016, 2, 1) };

describe('what a host page asks of the view', () => {
  test('a window is from and to', () => {
    expect(viewOf({ window: february })).toEqual({ from: february.start, to: february.end });
  });

  test('no window is all the time', () => {
    expect(viewOf({ window: null })).toEqual({ from: null, to: null });
  });

  test('what is not named is not asked for', () => {
    expect(viewOf({ actors: ['kerry'] })).toEqual({ actors: ['kerry'] });
    expect(viewOf({ from: february.start })).toEqual({ from: february.start });
    expect(viewOf({})).toEqual({});
  });

  test('an end that is named by itself comes before that of the window', () => {
    expect(viewOf({ window: february, to: null })).toEqual({ from: february.start, to: null });
  });
});
