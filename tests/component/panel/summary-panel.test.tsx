import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { WholeDataset, Source } from '../../../src/model/dataset';
import { SidePanel } from '../../../src/ui/panel/SidePanel';
import { makeDataset } from '../../support/make-dataset';
import { namesOf, readDefaultDataset, renderOver, section, storeOf } from '../../support/render-panels';

const dataset = readDefaultDataset();

function openSummary(of: WholeDataset = dataset, more: Parameters<typeof storeOf>[1] = {}) {
  renderOver(storeOf(of, more), <SidePanel />);
}

describe('the summary', () => {
  test('says in plain words that everything rests on one report of a state-owned agency', () => {
    openSummary();
    const sources = section('What this rests on');
    expect(
      sources.getByText('All 11 events rest on one report by TASS (Russian state-owned news agency), 24 Feb 2016.'),
    ).toBeTruthy();
    expect(sources.getByText('The outlet is owned by a state, and no second account is set beside it.')).toBeTruthy();
    expect(
      sources.getByText(
        /^One detail, in the date of “Air strikes in Syria” \(since 30 Sep \[2015\]\), comes from another source\.$/,
      ),
    ).toBeTruthy();
  });

  test('names each source with owner, title, dateline, grade, and a link or why there is none', () => {
    openSummary();
    const [tass, copy] = section('What this rests on').getAllByRole('listitem');
    expect(tass?.textContent).toContain('TASS, 24 Feb 2016');
    expect(tass?.textContent).toContain('“Lavrov, Kerry discuss preparations');
    expect(tass?.textContent).toContain('dateline Moscow, 24 February · grade: copy or aggregator');
    expect(tass?.textContent).toContain('No link is given.Read in a copy, not at TASS.');
    expect(copy?.textContent).toContain('Open the source (opens in a new tab) russia-insider.com');
  });

  test('explains the as-of day and gives version, curators, licence and corrections', () => {
    openSummary();
    expect(section('As of 24 Feb 2016').getByText(/^Events after 24 Feb 2016 are only announced/)).toBeTruthy();
    const about = section('About the data');
    expect(about.getByText(dataset.version!)).toBeTruthy();
    expect(about.getByText('Diplomatic Timeline contributors')).toBeTruthy();
    expect(about.getByText('CC BY 4.0')).toBeTruthy();
    expect(about.getByText('none so far')).toBeTruthy();
  });

  test('tells how to read the marks', () => {
    openSummary();
    expect(namesOf(section('How to read this chart').getAllByRole('listitem'))).toEqual(
      expect.arrayContaining([
        'Circle: cooperation',
        'Diamond: conflict',
        'Square: neutral',
        expect.stringMatching(/^Solid: something done/),
        expect.stringMatching(/^Dashed/),
      ]),
    );
  });

  test('counts the events of each country and those it acts in', () => {
    openSummary(
      makeDataset([
        { countries: ['RU', ['SY', 'subject']] },
        { countries: ['RU', 'US'] },
        { countries: [['RU', 'addressee'], 'US'] },
      ]),
    );
    expect(namesOf(section('Countries involved').getAllByRole('listitem'))).toEqual([
      'Russia 3 events, acts in 2',
      'United States 2 events, acts in 2',
      'Syria 1 event, acts in 0',
    ]);
  });

  test('lists what of the file could not be used', () => {
    openSummary(dataset, {
      rejections: [
        {
          where: '/events/3/date',
          record: 'ev-x',
          field: 'date',
          found: '2016-13-01',
          expected: 'an EDTF date',
          effect: 'left-out',
        },
      ],
    });
    const rejected = section('1 entry of the file needs a look');
    expect(rejected.getByText(/^ev-x: date “2016-13-01”, expected an EDTF date/)).toBeTruthy();
  });
});

describe('what a set is said to rest on', () => {
  const source = (id: string, parts: Partial<Source> = {}): Source => ({
    id,
    kind: 'news',
    publisher: id,
    ownership: undefined,
    title: undefined,
    dateline: undefined,
    published: undefined,
    url: undefined,
    note: undefined,
    grade: undefined,
    ...parts,
  });
  const cites = (...ids: readonly string[]) => ({
    evidence: ids.map((id) => ({
      source: id,
      locator: undefined,
      find: undefined,
      quote: undefined,
      supports: ['summary' as const],
    })),
  });

  test('is not one report when events rest on two', () => {
    openSummary(
      makeDataset([cites('A'), cites('B')], { sources: [source('A', { ownership: 'state-owned' }), source('B')] }),
    );
    expect(screen.getByText('2 sources.')).toBeTruthy();
    expect(screen.queryByText(/owned by a state/)).toBeNull();
  });

  test('is not all events when one has no source', () => {
    openSummary(makeDataset([cites('A'), {}], { sources: [source('A')] }));
    expect(screen.getByText('1 source.')).toBeTruthy();
    expect(screen.getByText('1 event names no source.')).toBeTruthy();
  });

  test('does not call an outlet state-owned that isn’t', () => {
    openSummary(makeDataset([cites('A')], { sources: [source('A', { ownership: 'listed company' })] }));
    expect(screen.getByText('The one event rests on one report by A (listed company).')).toBeTruthy();
    expect(screen.queryByText(/owned by a state/)).toBeNull();
  });
});
