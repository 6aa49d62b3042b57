// The combobox pattern of ARIA 1.2: no element stands for an option with a count and small print in it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Lane } from '../../layout/lanes/lanes';
import { findLanes, laneEntries } from './lane-entries';
import type { LaneEntry } from './lane-entries';
import { optionId } from '../kit/option-id';
import { useText, useTimeline } from '../context/store-context';
import { useMatches } from '../context/use-matches';
import { useSay } from '../context/use-say';

const MOST_SHOWN = 12;

/**
 * A field that finds a lane by name, those of closed groups too. The focus stays in it; its list is worked with the
 * arrow keys.
 */
export function LaneFinder({
  lanes,
  onChoose,
}: {
  readonly lanes: readonly { readonly lane: Lane }[];
  readonly onChoose: (entry: LaneEntry) => void;
}) {
  const t = useText();
  const id = useId();
  const [query, setQuery] = useState('');
  const [activeAt, setActiveAt] = useState(0);
  const found = findLanes(useEntries(lanes), query);
  const shown = found.slice(0, MOST_SHOWN);
  const active = shown[Math.min(activeAt, shown.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? shown.length - 1 : undefined;
    if (active === undefined || (step === undefined && event.key !== 'Enter')) return;
    // Else Enter would press the button that gets the focus as the panel closes.
    event.preventDefault();
    if (step === undefined) onChoose(active);
    else setActiveAt((shown.indexOf(active) + step) % shown.length);
  };
  return (
    <div className="dt-lanes-find">
      <input
        className="dt-field"
        type="text"
        role="combobox"
        aria-label={t('lanes.find')}
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={active === undefined ? undefined : optionId(id, active.id)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={t('lanes.find')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActiveAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {shown.length === 0 ? null : (
        <div id={`${id}-list`} className="dt-lanes-list" role="listbox" aria-label={t('lanes.found')} tabIndex={-1}>
          {shown.map((entry, index) => (
            <LaneOption
              key={entry.id}
              id={optionId(id, entry.id)}
              entry={entry}
              active={entry === active}
              onActive={() => setActiveAt(index)}
              onChoose={() => onChoose(entry)}
            />
          ))}
        </div>
      )}
      {found.length > shown.length ? (
        <p className="dt-lanes-note">{t('lanes.more', { n: found.length - shown.length })}</p>
      ) : null}
      {query.trim() !== '' && found.length === 0 ? (
        <p className="dt-lanes-note">{t('lanes.none', { text: query.trim() })}</p>
      ) : null}
      <FoundCount query={query} found={found.length} />
    </div>
  );
}

function LaneOption({
  id,
  entry: { name, within, count },
  active,
  onActive,
  onChoose,
}: {
  readonly id: string;
  readonly entry: LaneEntry;
  readonly active: boolean;
  readonly onActive: () => void;
  readonly onChoose: () => void;
}) {
  const t = useText();
  const matches = useMatches();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { n, counts } = count(matches?.mask ?? NOTHING);
  return (
    // Keys go to the combobox, which holds the focus for all options; pressing on one must not take it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={active}
      className="dt-search-option"
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={() => {
        if (!active) onActive();
      }}
      onClick={onChoose}
    >
      <span className="dt-lanes-option-name">
        {name}
        {within === undefined ? null : (
          <>
            {' '}
            <span className="dt-lanes-option-within">{within}</span>
          </>
        )}
      </span>
      <span className="dt-search-option-aside" aria-hidden="true">
        {t.number(n)}
      </span>
      <span className="dt-visually-hidden">{t(counts === 'all' ? 'lane.events' : 'lane.acts', { n })}</span>
    </div>
  );
}

const NOTHING = new Uint8Array();

function useEntries(lanes: readonly { readonly lane: Lane }[]): readonly LaneEntry[] {
  const t = useText();
  const table = useTimeline((state) => state.table);
  return useMemo(() => (table === undefined ? [] : laneEntries(table, lanes, t)), [table, lanes, t]);
}

/** How many were found, for those who don't see the list. */
function FoundCount({ query, found }: { readonly query: string; readonly found: number }) {
  const t = useText();
  const words = query.trim() === '' ? '' : t('lanes.foundCount', { n: found });
  useSay(words);
  return null;
}
