import { describe, expect, test } from 'vitest';
import { countInLane, isEmptyLane, makeLanes } from '../../../../src/layout/lanes/lanes';
import type { Lane } from '../../../../src/layout/lanes/lanes';
import { footprintOf } from '../../../../src/layout/lanes/footprint';
import { MAX_TRACKS, stackTracks } from '../../../../src/layout/lanes/tracks';
import type { WholeDataset, DiplomaticEvent } from '../../../../src/model/dataset';
import { makeEventTable } from '../../../../src/model/table-builder';
import { DAY_MS } from '../../../../src/model/dates/instant';
import { ACTING_ROLES } from '../../../../src/model/vocabulary';
import { makeMixedDataset, shippedDataset, tableFor } from '../../../support/make-chart';
import { makeActor, makeDataset, makeLargeDataset } from '../../../support/make-dataset';

const datasets = [
  shippedDataset(),
  makeLargeDataset({ events: 300, actors: 30, countries: 6 }),
  ...[1, 2, 3, 4, 5, 6].map((seed) => makeMixedDataset({ seed, events: 40 })),
];

// The slow way: over plain events, one lane at a time.

const acts = (event: DiplomaticEvent, actor: string) =>
  event.participants.some((part) => part.actor === actor && ACTING_ROLES.has(part.role));
const takesPart = (event: DiplomaticEvent, actor: string) => event.participants.some((part) => part.actor === actor);

/** Event ids of a lane; acting ones with a star. */
function heldBy(lane: Lane, dataset: WholeDataset): string[] {
  const table = tableFor(dataset);
  return Array.from(lane.rows, (row, i) => `${table.eventAt(row).id}${lane.acts[i] === 1 ? '*' : ''}`).toSorted();
}

function touched(dataset: WholeDataset, actors: readonly string[]): string[] {
  return dataset.events
    .filter((event) => actors.some((actor) => takesPart(event, actor)))
    .map((event) => `${event.id}${actors.some((actor) => acts(event, actor)) ? '*' : ''}`)
    .toSorted();
}

describe('lanes by actor', () => {
  test('hold exactly the events that the actor takes part in, each once, in time order', () => {
    for (const dataset of datasets) {
      for (const grouping of ['country', 'actor'] as const) {
        for (const lane of makeLanes(tableFor(dataset), grouping, undefined)) {
          expect([...lane.rows]).toEqual([...new Set(lane.rows)].toSorted((a, b) => a - b));
          if (lane.kind === 'actor') expect(heldBy(lane, dataset), lane.id).toEqual(touched(dataset, [lane.key]));
        }
      }
    }
  });

  test('exist for every actor that acts, once, and no other; the others share a closed row', () => {
    for (const dataset of datasets) {
      const lanes = makeLanes(tableFor(dataset), 'actor', undefined);
      const acting = dataset.actors
        .filter(({ id }) => dataset.events.some((event) => acts(event, id)))
        .map(({ id }) => id);
      expect(lanes.filter(({ kind }) => kind === 'actor').map(({ key }) => key)).toEqual(acting);
      const others = dataset.actors.map(({ id }) => id).filter((id) => !acting.includes(id));
      const row = lanes.find(({ id }) => id === 'group:mentioned');
      expect(row === undefined ? [] : heldBy(row, dataset)).toEqual(touched(dataset, others));
      if (row !== undefined) expect(row.open).toBe(false);
    }
  });
});

describe('lanes by country', () => {
  test('give every involvement a place: each actor that takes part stands in exactly one lane or closed group', () => {
    for (const dataset of datasets) {
      const table = tableFor(dataset);
      const open = makeLanes(table, 'country', [
        'AA',
        'BB',
        'CC',
        'DD',
        'US',
        'RU',
        'SY',
        'bodies',
        'armed-groups',
        'others',
        'mentioned',
        ...table.countries,
      ]);
      const inLanes = new Set(open.filter(({ kind }) => kind === 'actor').map(({ key }) => key));
      for (const actor of dataset.actors) {
        const partIn = dataset.events.some((event) => takesPart(event, actor.id));
        const isGovernment = actor.kind === 'government' && actor.countries.length === 1;
        expect(inLanes.has(actor.id), actor.id).toBe(partIn && !isGovernment);
      }
    }
  });

  test('closed, a country’s row holds all that its actors and its government do', () => {
    for (const dataset of datasets) {
      const lanes = makeLanes(tableFor(dataset), 'country', []);
      expect(lanes.every(({ kind, open }) => kind !== 'actor' && open !== true)).toBe(true);
      for (const lane of lanes.filter(({ kind }) => kind === 'country')) {
        const members = membersOf(dataset, lane.key);
        expect(heldBy(lane, dataset), lane.id).toEqual(
          withUncovered(dataset, lane.key, members, touched(dataset, members)),
        );
      }
    }
  });

  test('open, it holds only the government’s and what is done in the country’s name', () => {
    for (const dataset of datasets) {
      for (const lane of makeLanes(tableFor(dataset), 'country', undefined).filter(
        ({ kind, open }) => kind === 'country' && open === true,
      )) {
        const members = membersOf(dataset, lane.key);
        const governments = members.filter(
          (id) => dataset.actors.find((actor) => actor.id === id)?.kind === 'government',
        );
        expect(heldBy(lane, dataset), lane.id).toEqual(
          withUncovered(dataset, lane.key, members, touched(dataset, governments)),
        );
      }
    }
  });

  test('count in a country’s header the events in which it acts, as its filter does, the same open and closed', () => {
    for (const dataset of datasets) {
      const table = tableFor(dataset);
      const mask = Uint8Array.from({ length: table.size }, (_, row) => (row % 3 === 0 ? 0 : 1));
      for (const lane of makeLanes(table, 'country', undefined).filter(({ kind }) => kind === 'country')) {
        const closed = makeLanes(table, 'country', []).find(({ id }) => id === lane.id);
        expect(countInLane(table, closed!, mask)).toBe(countInLane(table, lane, mask));
        const ids = dataset.events
          .filter(({ countries }) => countries.some(({ country, role }) => country === lane.key && role === 'acting'))
          .map(({ id }) => id);
        expect(countInLane(table, lane, mask), lane.id).toBe(ids.filter((id) => mask[table.rowOf(id)!] === 1).length);
      }
    }
  });

  test('open by default all but “Mentioned”, and when asked exactly those named', () => {
    const dataset = shippedDataset();
    const openOf = (expanded?: readonly string[]) =>
      makeLanes(tableFor(dataset), 'country', expanded)
        .filter(({ open }) => open === true)
        .map(({ key }) => key);
    expect(openOf()).toEqual(['US', 'RU', 'SY', 'bodies']);
    expect(openOf(['RU', 'mentioned', 'nowhere'])).toEqual(['RU', 'mentioned']);
    expect(openOf([])).toEqual([]);
  });

  test('of the article set: countries, then coalitions, then who is only mentioned', () => {
    const dataset = shippedDataset();
    const lanes = makeLanes(tableFor(dataset), 'country', dataset.opening?.expanded);
    expect(lanes.filter(({ kind }) => kind !== 'actor').map(({ id }) => id)).toEqual([
      'country:US',
      'country:RU',
      'country:SY',
      'group:bodies',
      'group:mentioned',
    ]);
    expect(lanes.find(({ id }) => id === 'actor:us-led-coalition')?.parent).toBe('bodies');
    expect(lanes.find(({ id }) => id === 'actor:john-kerry')?.parent).toBe('US');
  });

  test('count for those who never act where they are mentioned, and are empty only with nothing left', () => {
    const dataset = shippedDataset();
    const table = tableFor(dataset);
    const all = new Uint8Array(table.size).fill(1);
    const lanes = makeLanes(table, 'country', ['US', 'RU', 'SY', 'bodies', 'mentioned']);
    const nusra = lanes.find(({ id }) => id === 'actor:jabhat-al-nusra')!;
    expect([nusra.counts, countInLane(table, nusra, all)]).toEqual(['all', 2]);
    expect(lanes.find(({ id }) => id === 'actor:sergey-lavrov')!.counts).toBe('acting');
    expect(lanes.filter((lane) => isEmptyLane(table, lane, all)).map(({ id }) => id)).toEqual([]);
    const onlyNusra = all.map((_, row) => (nusra.rows.includes(row) ? 1 : 0));
    expect(isEmptyLane(table, nusra, onlyNusra)).toBe(false);
    expect(
      isEmptyLane(
        table,
        nusra,
        all.map((_, row) => 1 - onlyNusra[row]!),
      ),
    ).toBe(true);
  });

  test('let a country act on its own row where none of its actors takes part', () => {
    const dataset = makeDataset(
      [
        { id: 'alone', countries: ['FR'] },
        { id: 'through', countries: ['FR'], participants: ['alliance'] },
        { id: 'beside', countries: ['FR'], participants: ['french'] },
        { id: 'spoken-of', countries: [['FR', 'location']] },
      ],
      { actors: [makeActor('alliance', { kind: 'military-coalition' }), makeActor('french', { countries: ['FR'] })] },
    );
    const lanes = makeLanes(tableFor(dataset), 'country', undefined);
    expect(
      heldBy(
        lanes.find(({ id }) => id === 'country:FR')!,
        dataset,
      ),
    ).toEqual(['alone*', 'through']);
    expect(
      heldBy(
        lanes.find(({ id }) => id === 'actor:french')!,
        dataset,
      ),
    ).toEqual(['beside*']);
  });

  test('leave no event out: those in which nobody takes part and no country acts stand in a lane of their own', () => {
    for (const dataset of datasets) {
      for (const expanded of [undefined, [], ['mentioned', 'AA']]) {
        const lanes = makeLanes(tableFor(dataset), 'country', expanded);
        const idsIn = (some: readonly Lane[]) =>
          new Set(some.flatMap((lane) => heldBy(lane, dataset).map((id) => id.replace('*', ''))));
        const nobody = idsIn(lanes.filter(({ id }) => id === 'group:nobody'));
        const others = idsIn(lanes.filter(({ id }) => id !== 'group:nobody'));
        for (const event of dataset.events) {
          const isInvolved = event.participants.length > 0 || event.countries.some(({ role }) => role === 'acting');
          expect([others.has(event.id), nobody.has(event.id)], event.id).toEqual([isInvolved, !isInvolved]);
        }
      }
    }
  });

  test('are not confused by an actor called like a property of objects', () => {
    const dataset = makeDataset([{ id: '__proto__', participants: ['constructor'] }], {
      actors: [makeActor('constructor', { countries: ['US'] })],
    });
    expect(makeLanes(tableFor(dataset), 'country', undefined).map(({ id }) => id)).toEqual([
      'country:US',
      'actor:constructor',
    ]);
  });

  function membersOf(dataset: WholeDataset, code: string): string[] {
    return dataset.actors
      .filter(
        ({ id, countries, kind }) =>
          countries.length === 1 &&
          countries[0] === code &&
          (kind === 'government' || dataset.events.some((event) => acts(event, id))),
      )
      .map(({ id }) => id);
  }

  function withUncovered(
    dataset: WholeDataset,
    code: string,
    members: readonly string[],
    held: readonly string[],
  ): string[] {
    const more = dataset.events
      .filter(
        (event) =>
          event.countries.some(({ country, role }) => country === code && role === 'acting') &&
          !event.participants.some(({ actor }) => members.includes(actor)),
      )
      .map((event) => `${event.id}${event.participants.length === 0 ? '*' : ''}`);
    return [...held, ...more].toSorted();
  }
});

describe('lanes by type', () => {
  test('hold the events of the type, in the order of the format, those without one last', () => {
    for (const dataset of datasets) {
      const lanes = makeLanes(tableFor(dataset), 'type', undefined);
      for (const lane of lanes) {
        expect(heldBy(lane, dataset)).toEqual(
          dataset.events
            .filter(({ type }) => (type ?? 'none') === lane.key)
            .map(({ id }) => `${id}*`)
            .toSorted(),
        );
      }
      expect(lanes.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(dataset.events.length);
      const none = lanes.findIndex(({ key }) => key === 'none');
      expect(none === -1 || none === lanes.length - 1).toBe(true);
    }
  });
});

describe('tracks', () => {
  const stacks = datasets.flatMap((dataset) =>
    (['country', 'actor', 'type'] as const).flatMap((grouping) =>
      [undefined, []]
        .flatMap((expanded) => makeLanes(tableFor(dataset), grouping, expanded))
        .map((lane) => ({ table: tableFor(dataset), lane, stacked: stackTracks(tableFor(dataset), lane) })),
    ),
  );

  test('keep bars and ranges off marks and off one another, while there are rows to be had', () => {
    let checked = 0;
    for (const {
      table,
      lane,
      stacked: { tracks, holds },
    } of stacks) {
      if (holds.length >= MAX_TRACKS) continue;
      const boxes = Array.from(lane.rows, (row, i) => {
        const footprint = footprintOf(table, row, lane.acts[i] === 1);
        const at = table.anchor[row]!;
        const isWide = footprint === 'bar' || footprint === 'range';
        return {
          footprint,
          track: tracks[i]!,
          from: isWide ? table.start[row]! : at,
          to: isWide ? table.end[row]! : at,
          isWide,
        };
      }).filter(({ footprint }) => footprint !== 'line');
      for (const a of boxes.filter(({ isWide }) => isWide)) {
        for (const b of boxes) {
          if (a === b || a.track !== b.track) continue;
          checked++;
          expect(a.to <= b.from || b.to <= a.from, lane.id).toBe(true);
        }
      }
    }
    expect(checked).toBeGreaterThan(50);
  });

  test('never hold bars and marks together, used up or not, unless nothing else is left', () => {
    for (const {
      table,
      lane,
      stacked: { tracks, holds },
    } of stacks) {
      lane.rows.forEach((row, i) => {
        const footprint = footprintOf(table, row, lane.acts[i] === 1);
        if (footprint === 'line' || !holds.includes(footprint === 'bar' ? 'bars' : 'marks')) return;
        expect(holds[tracks[i]!], `${lane.id} ${footprint}`).toBe(footprint === 'bar' ? 'bars' : 'marks');
      });
    }
  });

  test('are at most four, and marks stand in the first', () => {
    for (const {
      table,
      lane,
      stacked: { tracks, holds },
    } of stacks) {
      expect(holds.length).toBeGreaterThan(0);
      expect(holds.length).toBeLessThanOrEqual(MAX_TRACKS);
      lane.rows.forEach((row, i) => {
        expect(tracks[i]!).toBeLessThan(holds.length);
        if (footprintOf(table, row, lane.acts[i] === 1) === 'mark') expect(tracks[i]).toBe(0);
      });
    }
  });

  test('a phone call at noon and a day that may be the same don’t share one', () => {
    const dataset = makeDataset([
      { id: 'call', date: '2016-02-24', participants: ['a'] },
      { id: 'maybe', date: '[2016-02-23,2016-02-25]', participants: ['a'] },
      { id: 'later', date: '[2016-03-23,2016-03-25]', participants: ['a'] },
    ]);
    const table = makeEventTable(dataset);
    const [lane] = makeLanes(table, 'actor', undefined);
    const { tracks } = stackTracks(table, lane!);
    expect(Object.fromEntries(Array.from(lane!.rows, (row, i) => [table.eventAt(row).id, tracks[i]]))).toEqual({
      call: 0,
      maybe: 1,
      later: 0,
    });
    expect(table.end[table.rowOf('maybe')!]! - table.start[table.rowOf('maybe')!]!).toBe(3 * DAY_MS);
  });
});
