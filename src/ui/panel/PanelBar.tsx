import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import { showEvent, showSummary } from '../../state/view/choose';
import type { Panel } from '../../state/view/timeline-state';
import { PanelPlace, PanelSteps } from './PanelSteps';
import { useText, useTimelineStore } from '../context/store-context';

/** The height of a sheet at the bottom edge, and how to change it. */
export interface SheetHeight {
  readonly isFull: boolean;
  readonly toggle: () => void;
}

/**
 * The panel's own controls: back, the event before and after, close. A sheet over the whole screen has its steps at its
 * foot.
 */
export function PanelBar({
  panel,
  selected,
  filter,
  table,
  isWholeScreen,
  height,
  onClose,
}: {
  readonly panel: Panel;
  readonly selected: string | undefined;
  readonly filter: Filter;
  readonly table: EventTable;
  readonly isWholeScreen: boolean;
  /** Only of a sheet that has two. */
  readonly height: SheetHeight | undefined;
  readonly onClose: () => void;
}) {
  const t = useText();
  const steps = panel.kind === 'event' && selected !== undefined ? { table, filter, selected } : undefined;
  return (
    <div className="dt-panel-bar">
      {isWholeScreen && steps !== undefined ? <PanelPlace {...steps} /> : <Back panel={panel} selected={selected} />}
      <span className="dt-panel-bar-end">
        {steps === undefined || isWholeScreen ? null : (
          <>
            <PanelPlace {...steps} />
            <PanelSteps {...steps} />
          </>
        )}
        {height === undefined ? null : (
          <button
            type="button"
            className="dt-button dt-panel-height"
            aria-label={t('panel.taller')}
            title={t('panel.taller')}
            aria-pressed={height.isFull}
            onClick={height.toggle}
          >
            <span aria-hidden="true" className="dt-panel-height-sign" />
          </button>
        )}
        <button
          type="button"
          className="dt-button dt-panel-close"
          aria-label={t('panel.close')}
          title={t('panel.close')}
          onClick={onClose}
        >
          <span aria-hidden="true">×</span>
        </button>
      </span>
    </div>
  );
}

function Back({ panel, selected }: { readonly panel: Panel; readonly selected: string | undefined }) {
  const t = useText();
  const store = useTimelineStore();
  if (panel.kind === 'summary') return <span className="dt-panel-bar-title">{t('panel.about')}</span>;
  const backToEvent = selected !== undefined && panel.kind !== 'event';
  return (
    // Another button for another way back: pressed twice, one and the same would go back two steps.
    <button
      key={backToEvent ? 'event' : 'summary'}
      type="button"
      className="dt-link"
      onClick={() => (backToEvent ? store.apply(showEvent) : store.apply(showSummary))}
    >
      <span aria-hidden="true">‹ </span>
      {t(backToEvent ? 'panel.backToEvent' : 'panel.backToSummary')}
    </button>
  );
}
