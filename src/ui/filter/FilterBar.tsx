import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { FACETS } from '../../model/filter';
import type { Facet } from '../../model/filter';
import { ErrorBoundary } from '../context/ErrorBoundary';
import { EventCount, useEventCount } from '../context/EventCount';
import { filterInWords } from '../../model/filter-prose';
import { InMenu, MenuButton } from '../context/MenuButton';
import { useIsPhone, useShownView } from '../context/shown-layout';
import { useAnnouncer, useText, useTimeline } from '../context/store-context';
import { useKinds } from './use-kinds';
import { useRoving } from '../kit/focus/use-roving';
import { useNarrow } from '../kit/size';

/** Below this width of what the bar stands in, one "Filters" button holds all facets. */
const ONE_MENU_PX = 620;

interface FilterBarProps {
  /** The search field, which stands before the facets; none where the author hides it. */
  readonly search?: ReactNode;
  /** False where the author takes them away: `hide=filters`, `lock=filters`. */
  readonly withFilters?: boolean;
}

/** The left half of the toolbar: search, the facets, and how many events are shown. */
export function FilterBar({ search, withFilters = true }: FilterBarProps) {
  const t = useText();
  const bar = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(bar, ONE_MENU_PX, 'parent');
  const hasData = useTimeline((state) => state.table !== undefined);
  const view = useShownView();
  const isCountInList = useIsPhone() && view === 'list';
  return (
    // <search> has no role in browsers that came before it.
    <div
      ref={bar}
      className={`dt-filter-bar${narrow ? ' dt-filter-bar--narrow' : ''}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="search"
      aria-label={t('filters.label')}
    >
      {hasData && search !== undefined ? <ErrorBoundary name={t('app.part.search')}>{search}</ErrorBoundary> : null}
      {hasData && withFilters ? <Facets narrow={narrow} /> : null}
      {isCountInList ? null : <EventCount />}
      <SpokenCount />
    </div>
  );
}

/** One tab stop: the arrow keys lead from facet to facet. */
function Facets({ narrow }: { readonly narrow: boolean }) {
  const t = useText();
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar);
  const facets = useFacets();
  if (facets.length === 0) return null;
  return (
    <div ref={bar} className="dt-facets" role="toolbar" aria-label={t('filters.all')} {...roving}>
      {narrow ? <AllFacets facets={facets} /> : facets.map((facet) => <OneFacet key={facet} facet={facet} />)}
    </div>
  );
}

function OneFacet({ facet }: { facet: Facet }) {
  const t = useText();
  const total = useChoiceTotals()[facet];
  const chosen = useTimeline((state) => state.filter[facet].length);
  const count = chosen === 0 ? t.number(total) : t('facet.chosen', { n: chosen, total });
  return (
    <MenuButton label={t(`facet.${facet}`)} count={count} on={chosen > 0}>
      <InMenu>{(part) => <part.FacetSection facet={facet} />}</InMenu>
    </MenuButton>
  );
}

function AllFacets({ facets }: { readonly facets: readonly Facet[] }) {
  const t = useText();
  const filter = useTimeline((state) => state.filter);
  const chosen = FACETS.reduce((sum, facet) => sum + filter[facet].length, 0);
  return (
    <MenuButton label={t('filters.all')} on={chosen > 0} {...(chosen > 0 ? { count: t.number(chosen) } : {})}>
      <InMenu>{(part) => facets.map((facet) => <part.FacetSection key={facet} facet={facet} />)}</InMenu>
    </MenuButton>
  );
}

/** Those that there is something to choose in; one that filters already can be taken back, whatever the data. */
function useFacets(): readonly Facet[] {
  const totals = useChoiceTotals();
  const filter = useTimeline((state) => state.filter);
  return FACETS.filter((facet) => totals[facet] > 0 || filter[facet].length > 0);
}

function useChoiceTotals(): Readonly<Record<Facet, number>> {
  const table = useTimeline((state) => state.table);
  const { types, tones } = useKinds(table);
  return {
    countries: table?.countries.length ?? 0,
    actors: table?.actors.length ?? 0,
    types: types.length,
    tones: tones.length,
  };
}

/** Says how many events pass, with the filter in words; of a data set that takes another's place, its title first. */
function SpokenCount() {
  const t = useText();
  const dataset = useTimeline((state) => state.dataset);
  const filter = useTimeline((state) => state.filter);
  const count = useEventCount();
  const clauses = filterInWords(filter, dataset, t);
  const words = count === '' || clauses === '' ? count : t('filters.countClauses', { count, clauses });
  const { say } = useAnnouncer();
  const speaker = useId();
  const view = useShownView();
  const said = useRef({ id: '', words: '', view });
  useEffect(() => {
    const last = said.current;
    if (words === '' || dataset === undefined) return;
    said.current = { id: dataset.id, words, view };
    const isAnother = last.id !== '' && last.id !== dataset.id;
    // What a view shows is said with its name.
    if (!isAnother && (words === last.words || last.view !== view)) return;
    say(speaker, isAnother ? t('filters.countTitle', { title: dataset.title, count: words }) : words);
  }, [words, dataset, view, say, speaker, t]);
  return null;
}
