import { relationsOf } from '../model/lookups';
import type { RelationType } from '../model/vocabulary';
import { lookOf } from './frame';
import type { Making } from './frame';
import { PILL_PX, actsIn } from './level-layout';
import type { Port, RelationWish } from './relation-curves';
import type { SceneBar, SceneCluster, SceneMark, SceneRing, SceneStem } from './scene';
import { rowMiddle } from './stems';

/** Stems in sight; the selected event's also reaches those who are only involved, dashed. */
export function stemsOf({ chart, projection, frame, level, stems, lanesOf }: Making): SceneStem[] {
  const inSight = (y0: number, y1: number, x: number) => y1 >= frame.top && y0 <= frame.bottom && x >= -2 && x <= projection.widthPx + 2;
  const between = (row: number, first: number, last: number) => {
    const a = chart.lanes[first];
    const b = chart.lanes[last];
    return a === undefined || b === undefined ? undefined : { y0: rowMiddle(a, row), y1: rowMiddle(b, row) };
  };
  const acting = stems.flatMap(({ row, unit, firstLane, lastLane }): SceneStem[] => {
    if (level.dense.has(row) && row !== frame.selected) return [];
    const ends = between(row, firstLane, lastLane);
    const x = unit * projection.domainPx - projection.offsetPx;
    const { tone, dashed } = lookOf(chart, row);
    return ends === undefined || !inSight(ends.y0, ends.y1, x) ? [] : [{ row, x, ...ends, tone, dashed, faint: false }];
  });
  const selected = frame.selected;
  const all = selected === undefined ? undefined : lanesOf.all.get(selected);
  if (selected === undefined || all === undefined || all.length < 2) return acting;
  const ends = between(selected, all[0] ?? 0, all.at(-1) ?? 0);
  const x = projection.timeToPx(chart.table.anchor[selected] ?? 0);
  return ends === undefined ? acting : [{ row: selected, x, ...ends, tone: lookOf(chart, selected).tone, dashed: true, faint: true }, ...acting];
}

/** Where curves and rings meet each event. */
export function portsOf(marks: readonly SceneMark[], bars: readonly SceneBar[], clusters: readonly SceneCluster[]): Map<number, Port[]> {
  const ports = new Map<number, Port[]>();
  const add = (port: Port) => ports.set(port.row, [...(ports.get(port.row) ?? []), port]);
  for (const { row, x, y, size, acts } of marks) add({ row, x, y, acts, clear: size / 2 + 5 });
  for (const { row, x0, x1, y, acts } of bars) add({ row, x: Math.max(x0, Math.min(x1, x1 - 30)), y, acts, clear: 7 });
  for (const { lane, rows, x0, x1, y } of clusters) for (const row of rows) add({ row, x: (x0 + x1) / 2, y, acts: actsIn(lane, row), clear: (x1 - x0) / 2 + 4 });
  return ports;
}

/** Rings about every place of an event. */
export function ringsOf(ports: ReadonlyMap<number, readonly Port[]>, bars: readonly SceneBar[], row: number | undefined, kind: SceneRing['kind']): SceneRing[] {
  if (row === undefined) return [];
  const boxes = bars.filter((bar) => bar.row === row);
  if (boxes.length > 0) {
    return boxes.map(({ x0, x1, y, height, acts }) => ({ kind: acts ? kind : 'hovered', shape: 'box', x: (x0 + x1) / 2, y, width: x1 - x0 + 8, height: height + 8 }));
  }
  return (ports.get(row) ?? []).map(({ x, y, clear, acts }) => ({ kind: acts ? kind : 'hovered', shape: clear > 16 ? 'box' : 'circle', x, y, width: clear * 2 + 2, height: clear > 16 ? PILL_PX + 8 : clear * 2 + 2 }));
}

/** The selected event's relations to other events, both ways. */
export function wishesOf({ chart, t }: Making, selected: number): RelationWish[] {
  const { table } = chart;
  const { outgoing, incoming } = relationsOf(table, table.eventAt(selected).id);
  const wish = (type: RelationType, from: string | undefined, to: string | undefined) => {
    const fromRow = from === undefined ? undefined : table.rowOf(from);
    const toRow = to === undefined ? undefined : table.rowOf(to);
    return fromRow === undefined || toRow === undefined || fromRow === toRow ? [] : [{ type, from: fromRow, to: toRow, text: t(`relation.${type}`) }];
  };
  const own = table.eventAt(selected).id;
  return [
    ...outgoing.flatMap(({ relation, event }) => wish(relation.type, own, event?.id)),
    ...incoming.flatMap(({ relation, event }) => wish(relation.type, event.id, own)),
  ];
}
