import { relationsOf } from '../../model/lookups';
import type { RelationType } from '../../model/vocabulary';
import type { MarkGroup } from './clusters';
import { actsIn } from '../lanes/event-lanes';
import { markStyleOf } from '../scene-input';
import type { SceneContext } from '../scene-input';
import { PILL_PX } from './mark-size';
import type { Port, RelationWish } from './relation-curves';
import type { SceneBar, SceneCluster, SceneMark, SceneRing, SceneStem } from '../scene';
import { stemsAmong, stemOf } from './stems';
import type { Stem } from './stems';
import { datedRowOf } from '../../model/dated-part';

/**
 * Stems of the events that have marks in sight; the selected event's also reaches those who are only involved, dashed.
 */
export function stemsOf(
  context: SceneContext,
  groups: readonly (readonly MarkGroup[])[],
  firstLane: number,
): SceneStem[] {
  const { chart, projection, input, lanesOf } = context;
  const { selected } = input;
  const stems = stemsAmong(chart, lanesOf, groups, firstLane);
  const own =
    selected === undefined || stems.some(({ row }) => row === selected)
      ? undefined
      : stemOf(chart, selected, lanesOf(selected).acting);
  const acting = (own === undefined ? stems : [...stems, own]).flatMap((stem): SceneStem[] => {
    const x = stem.unit * projection.domainPx - projection.offsetPx;
    if (stem.y1 < input.top || stem.y0 > input.bottom || x < -2 || x > projection.widthPx + 2) return [];
    return [{ row: stem.row, x, y0: stem.y0, y1: stem.y1, ...toneOf(context, stem), faint: false }];
  });
  const all =
    selected === undefined || lanesOf(selected).all.length < 2
      ? undefined
      : stemOf(chart, selected, lanesOf(selected).all, true);
  if (all === undefined) return acting;
  const x = all.unit * projection.domainPx - projection.offsetPx;
  return [
    { row: all.row, x, y0: all.y0, y1: all.y1, tone: markStyleOf(chart, all.row).tone, dashed: true, faint: true },
    ...acting,
  ];
}

function toneOf({ chart }: SceneContext, { row }: Stem): Pick<SceneStem, 'tone' | 'dashed'> {
  const { tone, dashed } = markStyleOf(chart, row);
  return { tone, dashed };
}

/** Where curves and rings meet the given events. */
export function portsOf(
  wanted: ReadonlySet<number>,
  marks: readonly SceneMark[],
  bars: readonly SceneBar[],
  clusters: readonly SceneCluster[],
): Map<number, Port[]> {
  const ports = new Map<number, Port[]>();
  if (wanted.size === 0) return ports;
  const add = (port: Port) => ports.set(port.row, [...(ports.get(port.row) ?? []), port]);
  for (const { row, x, y, size, acts } of marks) if (wanted.has(row)) add({ row, x, y, acts, clear: size / 2 + 5 });
  for (const { row, x0, x1, y, acts } of bars)
    if (wanted.has(row)) add({ row, x: Math.max(x0, Math.min(x1, x1 - 30)), y, acts, clear: 7 });
  for (const { lane, rows, x0, x1, y } of clusters) {
    for (const row of wanted)
      if (rows.includes(row)) add({ row, x: (x0 + x1) / 2, y, acts: actsIn(lane, row), clear: (x1 - x0) / 2 + 4 });
  }
  return ports;
}

/** Rings about every place of an event. */
export function ringsOf(
  ports: ReadonlyMap<number, readonly Port[]>,
  bars: readonly SceneBar[],
  row: number | undefined,
  kind: SceneRing['kind'],
): SceneRing[] {
  if (row === undefined) return [];
  const boxes = bars.filter((bar) => bar.row === row);
  if (boxes.length > 0) {
    return boxes.map(({ x0, x1, y, height, acts }) => ({
      kind: acts ? kind : 'hovered',
      shape: 'box',
      x: (x0 + x1) / 2,
      y,
      width: x1 - x0 + 8,
      height: height + 8,
    }));
  }
  return (ports.get(row) ?? []).map(({ x, y, clear, acts }) => ({
    kind: acts ? kind : 'hovered',
    shape: clear > 16 ? 'box' : 'circle',
    x,
    y,
    width: clear * 2 + 2,
    height: clear > 16 ? PILL_PX + 8 : clear * 2 + 2,
  }));
}

/** The selected event's relations to other events, both ways. */
export function wishesOf({ chart, t }: SceneContext, selected: number): RelationWish[] {
  const { table } = chart;
  const { outgoing, incoming } = relationsOf(table, table.eventAt(selected).id);
  const wish = (type: RelationType, from: string | undefined, to: string | undefined) => {
    const fromRow = datedRowOf(table, from);
    const toRow = datedRowOf(table, to);
    return fromRow === undefined || toRow === undefined || fromRow === toRow
      ? []
      : [{ type, from: fromRow, to: toRow, text: t(`relation.${type}`) }];
  };
  const own = table.eventAt(selected).id;
  return [
    ...outgoing.flatMap(({ relation, event }) => wish(relation.type, own, event?.id)),
    ...incoming.flatMap(({ relation, event }) => wish(relation.type, event.id, own)),
  ];
}
