import { describe, expect, test } from 'vitest';
import { laneName } from '../../../src/layout/lanes/lane-name';
import { countInLane, makeLanes } from '../../../src/layout/lanes/lanes';
import { layoutOverview } from '../../../src/layout/marks/overview';
import { notableDays } from '../../../src/layout/scale/axis-texts';
import { foldedScale } from '../../../src/layout/scale/folded-scale';
import { NO_FILTER } from '../../../src/model/filter';
import { makeEventTable } from '../../../src/model/table-builder';
import { matchEvents } from '../../../src/state/query/matches';
import { orderRows } from '../../../src/state/query/order-rows';
import { headingOf } from '../../../src/ui/list/list-prose';
import { monthItems } from '../../../src/ui/list/month-items';
import { makeChart, makeMixedDataset, sceneOf, t } from '../../support/make-chart';
import { makeActor, makeDataset } from '../../support/make-dataset';

const dated = makeMixedDataset({ seed: 3, events: 40 });
const undated = dated.events
  .slice(0, 12)
  .map((event) => Object.assign({}, event, { id: `${event.id}-undated`, date: undefined }));
const table = makeEventTable({ ...dated, events: [...undated.slice(0, 6), ...dated.events, ...undated.slice(6)] });
const alone = makeEventTable(dated);
const { mask, count } = matchEvents(table, NO_FILTER);

describe('events without a date', () => {
  test.each(['country', 'actor', 'type'] as const)('change nothing of the picture by %s', (grouping) => {
    const [withThem, without] = [table, alone].map((one) => makeChart(one, { grouping }));
    expect(sceneOf(withThem!)).toEqual(sceneOf(without!));
    expect(withThem!.chart.lanes.map(({ lane }) => countInLane(table, lane, mask))).toEqual(
      without!.chart.lanes.map(({ lane }) => countInLane(alone, lane, matchEvents(alone, NO_FILTER).mask)),
    );
  });

  test('fold no time, mark no day, and stand in no overview', () => {
    expect(foldedScale(table).pieces).toEqual(foldedScale(alone).pieces);
    expect(notableDays(table)).toEqual(notableDays(alone));
    const overview = layoutOverview(table, mask, foldedScale(table), 800);
    expect(overview).toEqual(layoutOverview(alone, matchEvents(alone, NO_FILTER).mask, foldedScale(alone), 800));
  });

  test('pass filters and are counted like all others', () => {
    expect([count, table.datedSize]).toEqual([52, 40]);
  });

  test.each(['date', 'date-desc'] as const)(
    'stand behind all dated ones in the list, under a head of their own (%s)',
    (sort) => {
      const order = orderRows(table, mask, sort);
      expect(Array.from(order.subarray(40), table.idAt)).toEqual(undated.map(({ id }) => id));
      const items = monthItems(table, order, sort === 'date-desc');
      const { kind, total } = items.sections.at(-1)!;
      expect([kind, total, headingOf(items.sections.at(-1)!, table.dataset, t)]).toEqual(['undated', 12, 'No date']);
      expect(items.sections.filter((section) => section.kind === 'undated')).toHaveLength(1);
      expect(items.sections.filter(({ isLastKnown }) => isLastKnown).map((section) => section.kind)).toEqual(['month']);
    },
  );
});

describe('events in which nobody is named', () => {
  const dataset = makeDataset(
    [
      { id: 'flood' },
      { id: 'call', participants: ['anna'] },
      { id: 'vote', countries: ['SE'] },
      { id: 'x', date: null },
    ],
    { actors: [makeActor('anna', { countries: ['US'] })] },
  );
  const nobodyIn = (grouping: 'country' | 'actor' | 'type', data = dataset) => {
    const own = makeEventTable(data);
    return makeLanes(own, grouping, undefined)
      .filter(({ id }) => id === 'group:nobody')
      .map((lane) => [laneName(lane, data, t)].concat(Array.from(lane.rows, own.idAt)));
  };

  test('stand in a lane at the end; by country, those of a country that acts stand in its own', () => {
    expect(nobodyIn('country')).toEqual([['Nobody named', 'flood']]);
    expect(nobodyIn('actor')).toEqual([['Nobody named', 'flood', 'vote']]);
    expect(nobodyIn('type')).toEqual([]);
    expect(makeLanes(makeEventTable(dataset), 'country', undefined).at(-1)?.id).toBe('group:nobody');
  });

  test('have no lane where all of them are without a date', () => {
    expect(nobodyIn('actor', makeDataset([{ date: null }, { participants: ['anna'] }]))).toEqual([]);
  });
});
