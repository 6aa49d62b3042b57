import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import { chooseEvent } from '../../state/view/choose';
import { placeOfEvent } from '../../state/query/event-place';
import type { EventPlace } from '../../state/query/event-place';
import { useListOrder } from '../context/list-order';
import { useText, useTimelineStore } from '../context/store-context';

interface StepsProps {
  readonly table: EventTable;
  readonly filter: Filter;
  readonly selected: string;
}

/**
 * The events before and after a chosen one among those that pass: in the order of the list on screen, else in time. At
 * an end the button stays, so that the focus isn't lost.
 */
export function PanelSteps({
  named = false,
  ...props
}: StepsProps & { /** With words, for a bar of their own. */ readonly named?: boolean }) {
  const t = useText();
  const { previous, next } = useSteps(props);
  return (
    <>
      <StepButton table={props.table} row={previous} label={t('panel.previous')} sign="‹" named={named} />
      <StepButton table={props.table} row={next} label={t('panel.next')} sign="›" named={named} isOn />
    </>
  );
}

/** "3 of 11"; nothing for an event that doesn't pass the filter. */
export function PanelPlace(props: StepsProps) {
  const t = useText();
  const { place, count } = useSteps(props);
  return place === undefined ? null : <span className="dt-meta dt-place">{t('panel.place', { place, n: count })}</span>;
}

function useSteps({ table, filter, selected }: StepsProps): EventPlace {
  return placeOfEvent(table, filter, selected, useListOrder());
}

function StepButton({
  table,
  row,
  label,
  sign,
  named,
  isOn = false,
}: {
  readonly table: EventTable;
  readonly row: number | undefined;
  readonly label: string;
  readonly sign: string;
  readonly named: boolean;
  /** Leads on, and has its sign behind its words. */
  readonly isOn?: boolean;
}) {
  const store = useTimelineStore();
  const event = row === undefined ? undefined : table.eventAt(row);
  return (
    <button
      type="button"
      className="dt-button dt-step"
      aria-label={label}
      aria-disabled={event === undefined || undefined}
      title={event === undefined ? label : `${label}: ${event.title}`}
      onClick={() => {
        if (event !== undefined) store.apply(chooseEvent, event.id);
      }}
    >
      {named && isOn ? <span>{label}</span> : null}
      <span className="dt-step-sign" aria-hidden="true">
        {sign}
      </span>
      {named && !isOn ? <span>{label}</span> : null}
    </button>
  );
}
