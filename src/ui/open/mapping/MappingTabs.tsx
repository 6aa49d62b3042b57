import type { KeyboardEvent } from 'react';
import { moveFocus } from '../../kit/focus/focus';
import { useText } from '../../context/store-context';

const TABS = ['columns', 'events'] as const;
export type MappingTab = (typeof TABS)[number];

/** Where there is no room for both: the columns, or the events that come of them. */
export function MappingTabs({
  id,
  tab,
  onChoose,
}: {
  readonly id: string;
  readonly tab: MappingTab;
  readonly onChoose: (tab: MappingTab) => void;
}) {
  const t = useText();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    // Of two, an arrow leads to the other one, either way.
    const other = event.key === 'Home' || (event.key !== 'End' && tab === 'events') ? 'columns' : 'events';
    onChoose(other);
    moveFocus(event.currentTarget.querySelector<HTMLElement>(`[data-tab="${other}"]`), 'scroll to it');
  };
  return (
    // The pattern of ARIA: arrows go from tab to tab, Tab goes on into what the tab shows.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="dt-map-tabs" role="tablist" onKeyDown={onKeyDown}>
      {TABS.map((each) => (
        <button
          key={each}
          id={`${id}-${each}`}
          type="button"
          role="tab"
          data-tab={each}
          className="dt-map-tab"
          aria-selected={each === tab}
          {...(each === tab ? { 'aria-controls': `${id}-panel` } : {})}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onChoose(each)}
        >
          {t(`mapping.tab.${each}`)}
        </button>
      ))}
    </div>
  );
}
