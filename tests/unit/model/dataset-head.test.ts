import { describe, expect, test } from 'vitest';
import { datasetHead } from '../../../src/model/dataset-head';

describe('the head of a dataset in short', () => {
  test('needs id, title and actors; everything else is absent or empty', () => {
    expect(datasetHead({ id: 'calls', title: 'Two calls', actors: [] })).toMatchObject({
      schemaVersion: '1.1',
      id: 'calls',
      title: 'Two calls',
      asOf: undefined,
      opening: undefined,
      sources: [],
      actors: [],
      corrections: [],
    });
  });

  test('an actor named by its id is a person of that name; what is said of it holds', () => {
    const { actors } = datasetHead({
      id: 'a',
      title: 'A',
      actors: [{ id: 'kerry' }, { id: 'us', label: 'United States', kind: 'government', countries: ['US'] }],
    });
    expect(actors[0]).toMatchObject({ id: 'kerry', label: 'kerry', kind: 'person', countries: [], offices: [] });
    expect(actors[1]).toMatchObject({
      id: 'us',
      label: 'United States',
      kind: 'government',
      countries: ['US'],
      altNames: [],
    });
  });

  test('the day it looks from is read as EDTF', () => {
    const { asOf } = datasetHead({ id: 'a', title: 'A', actors: [], asOf: '2016-02-24' });
    expect(asOf?.start).toEqual({ start: Date.UTC(2016, 1, 24), end: Date.UTC(2016, 1, 25) });
  });

  test('a day that is none throws and names it', () => {
    expect(() => datasetHead({ id: 'a', title: 'A', actors: [], asOf: 'yesterday' })).toThrow(/"yesterday"/);
  });
});
