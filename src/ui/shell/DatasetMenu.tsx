import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { DatasetCatalogue } from '../../state/view/dataset-catalogue';
import { DataText } from '../context/DataText';
import { holdsFocus, moveFocus } from '../kit/focus/focus';
import { datasetChoices } from './dataset-choices';
import type { DatasetChoice } from './dataset-choices';
import { usePageServices } from '../context/page-services';
import { useText } from '../context/store-context';

/**
 * The datasets that the page ships, to choose from, and the way to those of its reader's own. Takes the focus as it
 * opens.
 */
export function DatasetMenu({
  id,
  catalogue,
  shown,
  onTake,
  onLeave,
}: {
  readonly id: string;
  /** Undefined where there is nothing to choose between. */
  readonly catalogue: DatasetCatalogue | undefined;
  readonly shown: readonly string[];
  readonly onTake: (choice: DatasetChoice) => void;
  readonly onLeave: () => void;
}) {
  const t = useText();
  const { writing } = usePageServices();
  const leaveFor = (act: () => void) => () => {
    onLeave();
    act();
  };
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const items = itemsOf(menu);
    moveFocus(items.find((item) => item.ariaChecked === 'true') ?? items[0], 'in place');
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextItem(event.key, itemsOf(menu));
    if (next === undefined) return;
    event.preventDefault();
    // The page's own arrow keys move in the chart.
    event.stopPropagation();
    moveFocus(next, 'scroll to it');
  };
  return (
    <div
      ref={menu}
      id={id}
      className="dt-facet-scroll dt-sets-menu"
      role="menu"
      aria-label={t('sets.choose')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {catalogue === undefined
        ? null
        : datasetChoices(catalogue, shown, t).map((choice) => (
            <DatasetItem key={choice.key} choice={choice} onTake={onTake} />
          ))}
      {writing === undefined ? null : (
        <>
          <OwnItem isApart={catalogue !== undefined} onClick={leaveFor(writing.startNew)}>
            {t('sets.new')}
          </OwnItem>
          <OwnItem isApart={false} onClick={leaveFor(writing.openList)}>
            {t('sets.own')}
          </OwnItem>
        </>
      )}
    </div>
  );
}

/** Leads to what a reader writes, or has written. */
function OwnItem({
  isApart,
  onClick,
  children,
}: {
  readonly isApart: boolean;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      className={`dt-sets-item${isApart ? ' dt-sets-item--apart' : ''}`}
      onClick={onClick}
    >
      <span />
      <span className="dt-sets-name">{children}</span>
    </button>
  );
}

function DatasetItem({
  choice,
  onTake,
}: {
  readonly choice: DatasetChoice;
  readonly onTake: (choice: DatasetChoice) => void;
}) {
  const { name, isTitle, detail, kind, chosen, apart, ids } = choice;
  const id = useId();
  return (
    <button
      type="button"
      role={kind === 'one' ? 'menuitemradio' : 'menuitemcheckbox'}
      aria-checked={chosen}
      aria-disabled={ids.length === 0}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-detail`}
      tabIndex={-1}
      className={`dt-sets-item${apart ? ' dt-sets-item--apart' : ''}`}
      onClick={() => onTake(choice)}
    >
      <span className={`dt-sets-sign dt-sets-sign--${kind}`} aria-hidden="true" />
      <span className="dt-sets-words">
        <span id={`${id}-name`} className="dt-sets-name">
          {isTitle ? <DataText foreign={!chosen}>{name}</DataText> : name}
        </span>
        <span id={`${id}-detail`} className="dt-sets-detail">
          {detail}
        </span>
      </span>
    </button>
  );
}

function itemsOf(menu: RefObject<HTMLElement | null>): readonly HTMLElement[] {
  return [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

/** Where a key of a menu leads, round and round; undefined for other keys. */
function nextItem(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
  const at = items.findIndex((item) => holdsFocus(item));
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return undefined;
  }
}
