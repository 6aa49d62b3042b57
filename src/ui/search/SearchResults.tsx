// The combobox pattern of ARIA 1.2: no element stands for an option with marks and small print in it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { SCROLL_BOX } from '../kit/scroller';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Snippet } from '../../state/search/snippet';
import { DataText } from '../context/DataText';
import { optionId } from '../kit/option-id';
import type { SearchOption, SearchOutcome } from './search-options';
import { useText, useTimeline } from '../context/store-context';
import { usePopover } from '../kit/use-popover';

interface SearchResultsProps {
  readonly id: string;
  readonly outcome: SearchOutcome;
  readonly active: SearchOption | undefined;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onActive: (option: SearchOption) => void;
  readonly onChoose: (option: SearchOption) => void;
  readonly onOutside: () => void;
}

/** The list under the search box. The focus stays in the box: pressing on a line must not take it. */
export function SearchResults({
  id,
  outcome: { query, groups, complete },
  active,
  anchor,
  onActive,
  onChoose,
  onOutside,
}: SearchResultsProps) {
  const t = useText();
  const panel = useRef<HTMLDivElement>(null);
  usePopover({ open: true, anchor, panel, onOutside });
  return (
    // Only what the pointer does is kept from the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={panel}
      className="dt-popover dt-search-panel"
      role="group"
      aria-label={t('search.results')}
      {...SCROLL_BOX}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.length === 0 ? (
        <NothingFound query={query} complete={complete} />
      ) : (
        <div id={`${id}-list`} role="listbox" aria-label={t('search.results')}>
          {groups.map((group) => (
            <div key={group.key} className="dt-search-group" role="group" aria-labelledby={`${id}-${group.key}-title`}>
              <div id={`${id}-${group.key}-title`} className="dt-search-group-title" role="presentation">
                {group.title}
              </div>
              {group.options.map((option) => (
                <OptionLine
                  key={option.key}
                  id={optionId(id, option.key)}
                  option={option}
                  active={option === active}
                  onActive={onActive}
                  onChoose={onChoose}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {groups.length > 0 && !complete ? <Searching /> : null}
    </div>
  );
}

function Searching() {
  const t = useText();
  return <p className="dt-search-none">{t('search.searching')}</p>;
}

function OptionLine({
  id,
  option,
  active,
  onActive,
  onChoose,
}: {
  id: string;
  option: SearchOption;
  active: boolean;
  onActive: (option: SearchOption) => void;
  onChoose: (option: SearchOption) => void;
}) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // Keys go to the combobox, which holds the focus for all options.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={active}
      className="dt-search-option"
      onPointerMove={() => {
        if (!active) onActive(option);
      }}
      onClick={() => onChoose(option)}
    >
      <span>
        {option.isData === true ? (
          <DataText>
            <Marked piece={option.words} />
          </DataText>
        ) : (
          <Marked piece={option.words} />
        )}
      </span>
      {option.aside === undefined ? null : <span className="dt-search-option-aside">{option.aside}</span>}
      {option.snippet === undefined ? null : (
        <span className="dt-search-option-snippet">
          <DataText>
            <Marked piece={option.snippet} />
          </DataText>
        </span>
      )}
    </div>
  );
}

function Marked({ piece: { text, start, end } }: { piece: Snippet }) {
  if (end <= start) return text;
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}

function NothingFound({ query, complete }: { query: string; complete: boolean }) {
  const t = useText();
  const events = useTimeline((state) => state.table?.size ?? 0);
  if (!complete) return <Searching />;
  return <p className="dt-search-none">{t('search.noneLong', { text: query.trim(), n: events })}</p>;
}
