import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useLetterKeys } from '../context/letter-keys';
import { optionId } from '../kit/option-id';
import type { SearchOption } from './search-options';
import { useText, useTimelineStore } from '../context/store-context';
import { useSearch } from './use-search';
import { useSay } from '../context/use-say';
import { moveFocus } from '../kit/focus/focus';

/** What the `/` key does: into the field, with its text selected, so that typing starts anew. */
export function focusSearch(field: HTMLInputElement | null): void {
  moveFocus(field, 'scroll to it');
  field?.select();
}

/** One box for events, actors, countries, types and dates; it lies over its neighbours while it is used. */
export function Search({ inputRef }: { readonly inputRef?: RefObject<HTMLInputElement | null> }) {
  const t = useText();
  const id = useId();
  const store = useTimelineStore();
  const box = useRef<HTMLDivElement>(null);
  const ownInput = useRef<HTMLInputElement>(null);
  const input = inputRef ?? ownInput;
  const [query, setQuery] = useState('');
  const [wide, setWide] = useState(false);
  const [activeAt, setActiveAt] = useState(0);
  const [awaited, setAwaited] = useState<string>();
  const withKey = useLetterKeys();
  const { part, outcome, find } = useSearch(query, wide);
  const options = outcome?.groups.flatMap((group) => group.options) ?? [];
  const open = wide && outcome !== undefined && query.trim() !== '';
  const active = open ? options[Math.min(activeAt, options.length - 1)] : undefined;

  const closeOutside = useCallback(() => setWide(false), []);
  const write = (text: string) => {
    setQuery(text);
    setActiveAt(0);
    setWide(true);
    setAwaited(undefined);
  };
  const choose = useCallback(
    (option: SearchOption) => {
      store.apply(option.choose);
      setQuery('');
      setWide(false);
      setAwaited(undefined);
    },
    [store],
  );
  // Who pressed Enter before the search was through gets the first of what it finds.
  const [first] = awaited !== undefined && outcome?.complete === true && outcome.query === awaited ? options : [];
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect
    if (first !== undefined) choose(first);
  }, [first, choose]);
  const onKeyDown = (event: KeyboardEvent) => {
    const toChoose = () =>
      outcome?.query === query && (outcome.complete || activeAt > 0) ? active : find(query)?.groups[0]?.options[0];
    const wait = () => setAwaited(query);
    const handled = keyDown(event.key, {
      open,
      wide,
      query,
      options,
      toChoose,
      wait,
      activeAt,
      setActiveAt,
      write,
      choose,
      close: closeOutside,
    });
    if (!handled || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="dt-search-place" data-word={t('search.placeholder')}>
      <div
        ref={box}
        className={`dt-search-box${wide ? ' dt-search-box--wide' : ''}`}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) setWide(false);
        }}
      >
        <input
          ref={input}
          className="dt-field dt-search-field"
          type="text"
          role="combobox"
          aria-label={t('search.label')}
          aria-autocomplete="list"
          aria-expanded={open && options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? optionId(id, active.key) : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={t(wide ? 'search.placeholderWide' : 'search.placeholder')}
          value={query}
          onChange={(event) => write(event.target.value)}
          onFocus={() => setWide(true)}
          onClick={() => setWide(true)}
          onKeyDown={onKeyDown}
        />
        {query === '' ? (
          <kbd className="dt-search-key" aria-hidden="true" hidden={wide || !withKey}>
            /
          </kbd>
        ) : (
          <button
            type="button"
            className="dt-search-clear"
            aria-label={t('search.clear')}
            onClick={() => {
              write('');
              moveFocus(input.current, 'scroll to it');
            }}
          >
            <span aria-hidden="true">✕</span>
          </button>
        )}
        {open && part !== undefined ? (
          <part.SearchResults
            id={id}
            outcome={outcome}
            active={active}
            anchor={box}
            onActive={(option) => setActiveAt(options.indexOf(option))}
            onChoose={choose}
            onOutside={closeOutside}
          />
        ) : null}
        <ResultCount found={open && outcome.complete ? outcome.found : undefined} />
      </div>
    </div>
  );
}

interface KeyContext {
  readonly open: boolean;
  readonly wide: boolean;
  readonly query: string;
  readonly options: readonly SearchOption[];
  /** What Enter takes: the option under the cursor, or the first of what was typed too fast to be shown yet. */
  readonly toChoose: () => SearchOption | undefined;
  /** There may be one later. */
  readonly wait: () => void;
  readonly activeAt: number;
  readonly setActiveAt: (index: number) => void;
  readonly write: (text: string) => void;
  readonly choose: (option: SearchOption) => void;
  readonly close: () => void;
}

/** Whether the key was for the search. Left, right, Home and End stay with the text. */
function keyDown(
  key: string,
  { open, wide, query, options, toChoose, wait, activeAt, setActiveAt, write, choose, close }: KeyContext,
): boolean {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      if (!open) {
        write(query);
        return true;
      }
      const step = key === 'ArrowDown' ? 1 : options.length - 1;
      if (options.length > 0) setActiveAt((activeAt + step) % options.length);
      return true;
    }
    case 'Enter': {
      const option = wide ? toChoose() : undefined;
      if (option) choose(option);
      else if (wide) wait();
      return option !== undefined;
    }
    case 'Escape':
      if (query !== '') write('');
      else close();
      return wide || query !== '';
    default:
      return false;
  }
}

/** How many were found, for those who don't see the list. */
function ResultCount({ found }: { found: number | undefined }) {
  const t = useText();
  const words = found === undefined ? '' : found === 0 ? t('search.none') : t('search.count', { n: found });
  useSay(words);
  return null;
}
