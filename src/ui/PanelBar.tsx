import type { EventTable } from '../model/event-table';
import type { Filter } from '../model/filter';
import { chooseEvent, setPanelOpen, showEvent, showSummary } from '../state/choose';
import { matchEvents } from '../state/matches';
import type { Panel } from '../state/timeline-state';
import { useText, useTimelineStore } from './store-context';

/** The panel's own controls: back, the event before and after in time, close. */
export function PanelBar({ panel, selected, filter, table }: {
  readonly panel: Panel; readonly selected: string | undefined; readonly filter: Filter; readonly table: EventTable;
}) {
  const t = useText();
  const store = useTimelineStore();
  const backToEvent = selected !== undefined && panel.kind !== 'event';
  return (
    <div className="dt-panel-bar">
      {panel.kind === 'summary'
        ? <span className="dt-panel-bar-title">{t('panel.about')}</span>
        : (
          // Another button for another way back: pressed twice, one and the same would go back two steps.
          <button key={backToEvent ? 'event' : 'summary'} type="button" className="dt-link" onClick={() => (backToEvent ? store.apply(showEvent) : store.apply(showSummary))}>
            <span aria-hidden="true">‹ </span>{t(backToEvent ? 'panel.backToEvent' : 'panel.backToSummary')}
          </button>
        )}
      <span className="dt-panel-bar-end">
        {panel.kind === 'event' && selected !== undefined ? <Steps table={table} filter={filter} selected={selected} /> : null}
        <button type="button" className="dt-button dt-panel-close" aria-label={t('panel.close')} title={t('panel.close')} onClick={() => store.apply(setPanelOpen, false)}>
          <span aria-hidden="true">×</span>
        </button>
      </span>
    </div>
  );
}

/** The neighbours in time among the events that pass the filter. At an end the button stays, so that the focus isn't lost. */
function Steps({ table, filter, selected }: { readonly table: EventTable; readonly filter: Filter; readonly selected: string }) {
  const t = useText();
  const { mask, count } = matchEvents(table, filter);
  const row = table.rowOf(selected);
  if (row === undefined) return null;
  const place = mask[row] === 1 ? mask.subarray(0, row + 1).reduce((sum, bit) => sum + bit, 0) : undefined;
  return (
    <>
      {place === undefined ? null : <span className="dt-meta dt-place">{t('panel.place', { place, n: count })}</span>}
      <StepButton table={table} row={nearestRow(mask, row, -1)} label={t('panel.previous')} sign="‹" />
      <StepButton table={table} row={nearestRow(mask, row, 1)} label={t('panel.next')} sign="›" />
    </>
  );
}

function StepButton({ table, row, label, sign }: {
  readonly table: EventTable; readonly row: number | undefined; readonly label: string; readonly sign: string;
}) {
  const store = useTimelineStore();
  const event = row === undefined ? undefined : table.eventAt(row);
  return (
    <button
      type="button" className="dt-button dt-step" aria-label={label} aria-disabled={event === undefined || undefined}
      title={event === undefined ? label : `${label}: ${event.title}`}
      onClick={() => {
        if (event !== undefined) store.apply(chooseEvent, event.id);
      }}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}

function nearestRow(mask: Uint8Array, from: number, step: 1 | -1): number | undefined {
  for (let row = from + step; row >= 0 && row < mask.length; row += step) {
    if (mask[row] === 1) return row;
  }
  return undefined;
}
