import type { LaneEvent } from '../../layout/lanes/neighbours';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { FocusTarget, HitTargetsByLane } from './focus-targets';
import type { HeadPart } from './lane-head-parts';

/** Whether the keyboard stands at an event, or at the pill or stretch of density that holds it. */
export function isAt(at: FocusTarget | undefined, row: number, targets: HitTargetsByLane): boolean {
  return (
    at !== undefined &&
    'row' in at &&
    (at.row === row || targets.get(at.lane)?.some(({ rows }) => rows.includes(at.row) && rows.includes(row)) === true)
  );
}

/** The event in the first lane that has it. */
export function firstLaneWith(row: number, { chart: { lanes } }: TimelineLayout): LaneEvent | undefined {
  const placed = lanes.find(({ lane }) => lane.rows.includes(row));
  return placed === undefined ? undefined : { lane: placed.lane.id, row };
}

/** The focus target that an element of the chart stands for. */
export function focusTargetOf(element: HTMLElement, targets: HitTargetsByLane): FocusTarget | undefined {
  const lane = element.closest<HTMLElement>('.dt-lane')?.dataset['lane'];
  const { head, kind, row: first } = element.dataset;
  if (lane === undefined) return undefined;
  if (head !== undefined) return { lane, part: head as HeadPart };
  const row = Number(first);
  return targets.get(lane)?.some((each) => each.kind === kind && each.rows[0] === row) === true
    ? { lane, row }
    : undefined;
}

/** Whether the keyboard stands there already: a pill stays at the member that was gone to, not its first. */
export function isSameFocusTarget(
  wanted: FocusTarget,
  at: FocusTarget | undefined,
  targets: HitTargetsByLane,
): boolean {
  if (at === undefined || at.lane !== wanted.lane) return false;
  if ('part' in wanted || 'part' in at) return 'part' in wanted && 'part' in at && wanted.part === at.part;
  return (
    targets
      .get(wanted.lane)
      ?.find(({ rows }) => rows[0] === wanted.row)
      ?.rows.includes(at.row) === true
  );
}

/** The button or control of a focus target; undefined while it isn't in the document. */
export function elementOf(
  chart: HTMLElement | null,
  targets: HitTargetsByLane,
  wanted: FocusTarget,
): HTMLElement | undefined {
  const lane = [...(chart?.querySelectorAll<HTMLElement>('.dt-lane') ?? [])].find(
    ({ dataset }) => dataset['lane'] === wanted.lane,
  );
  if (lane === undefined) return undefined;
  if ('part' in wanted) return lane.querySelector<HTMLElement>(`[data-head="${wanted.part}"]`) ?? undefined;
  const target = targets.get(wanted.lane)?.find(({ rows }) => rows.includes(wanted.row));
  return [...lane.querySelectorAll<HTMLElement>('.dt-mark-button')].find(
    ({ dataset }) => dataset['kind'] === target?.kind && dataset['row'] === String(target?.rows[0]),
  );
}
