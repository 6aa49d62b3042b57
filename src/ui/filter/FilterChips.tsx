import { useRef } from 'react';
import type { Translate } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import { countryName } from '../../model/event-prose';
import type { Filter } from '../../model/filter';
import type { CountryRole } from '../../model/vocabulary';
import { COUNTRY_ROLES } from '../../model/vocabulary';
import {
  clearFilter,
  setMatch,
  setSearchText,
  toggleActor,
  toggleCountry,
  toggleRole,
  toggleTone,
  toggleType,
} from '../../state/query/filters';
import type { TimelineState } from '../../state/view/timeline-state';
import { actorName, rolesInWords, filterInWords } from '../../model/filter-prose';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useRoving } from '../kit/focus/use-roving';
import { moveFocus } from '../kit/focus/focus';

interface Chip {
  readonly key: string;
  readonly text: string;
  /** Spoken after "Remove filter:". */
  readonly name: string;
  readonly remove: (state: TimelineState) => TimelineState;
}

/** What is filtered by, one removable chip a choice. Nothing when there is nothing to remove. */
export function FilterChips() {
  const t = useText();
  const dataset = useTimeline((state) => state.dataset);
  const filter = useTimeline((state) => state.filter);
  const chips = chipsOf(filter, dataset, t);
  return chips.length === 0 ? null : <ChipBar chips={chips} />;
}

/** One tab stop, as other bars. */
function ChipBar({ chips }: { readonly chips: readonly Chip[] }) {
  const t = useText();
  const store = useTimelineStore();
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar);

  // The button that was pressed goes away: its place is taken by the next one, so that a keyboard can go on from there.
  const removeAt = (index: number, chip: Chip) => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    const next = chips.length > 1 ? buttons[index + 1 < chips.length ? index + 1 : index - 1] : menuNear(bar.current);
    store.apply(chip.remove);
    moveFocus(next, 'scroll to it');
  };
  const clearAll = () => {
    const menu = menuNear(bar.current);
    store.apply(clearFilter);
    moveFocus(menu, 'scroll to it');
  };
  return (
    <div ref={bar} className="dt-chips" role="toolbar" aria-label={t('filters.inUse')} {...roving}>
      {chips.map((chip, index) => (
        <button
          key={chip.key}
          type="button"
          className="dt-chip"
          aria-label={t('filters.remove', { name: chip.name })}
          onClick={() => removeAt(index, chip)}
        >
          <bdi>{chip.text}</bdi>
          <span className="dt-chip-cross" aria-hidden="true">
            ✕
          </span>
        </button>
      ))}
      <button type="button" className="dt-link dt-chips-clear" onClick={clearAll}>
        {t('filters.clearAll')}
      </button>
    </div>
  );
}

/** Where the reader filters, for a focus that has no chip left to go to. */
function menuNear(bar: HTMLElement | null): HTMLElement | undefined {
  return bar?.parentElement?.querySelector<HTMLElement>('.dt-facets [tabindex="0"]') ?? undefined;
}

function chipsOf(filter: Filter, dataset: Dataset | undefined, t: Translate): readonly Chip[] {
  const withRoles = (name: string) => t('filters.withRoles', { name, roles: rolesInWords(filter.roles, t) });
  return [
    ...filter.countries.map((code): Chip => ({
      key: `country ${code}`,
      text: countryName(code, t),
      name: withRoles(countryName(code, t)),
      remove: (state) => toggleCountry(state, code),
    })),
    ...filter.actors.map((id): Chip => ({
      key: `actor ${id}`,
      text: actorName(dataset, id),
      name: withRoles(actorName(dataset, id)),
      remove: (state) => toggleActor(state, id),
    })),
    ...filter.types.map((type): Chip => ({
      key: `type ${type}`,
      text: t(`type.${type}`),
      name: t(`type.${type}`),
      remove: (state) => toggleType(state, type),
    })),
    ...filter.tones.map((tone): Chip => ({
      key: `tone ${tone}`,
      text: t(`tone.${tone}`),
      name: t(`tone.${tone}`),
      remove: (state) => toggleTone(state, tone),
    })),
    ...roleChips(filter.roles, t),
    ...(filter.match === 'all' ? [plainChip('match', t('filters.allChip'), (state) => setMatch(state, 'any'))] : []),
    ...(filter.text.trim() === ''
      ? []
      : [plainChip('text', t('filters.textChip', { text: filter.text.trim() }), (state) => setSearchText(state, ''))]),
  ];
}

/** Roles ticked beyond "acts"; when the last one goes, "acts" comes back. */
function roleChips(roles: readonly CountryRole[], t: Translate): readonly Chip[] {
  const further = COUNTRY_ROLES.filter((role) => role !== 'acting' && roles.includes(role));
  return further.map((role) =>
    plainChip(`role ${role}`, t('filters.roleChip', { role: t(`countryRole.${role}`) }), (state) =>
      toggleRole(state, role),
    ),
  );
}

function plainChip(key: string, text: string, remove: Chip['remove']): Chip {
  return { key, text, name: text, remove };
}

/** What the author filters by, in words, where a reader can't change it. Nothing where all events are shown. */
export function FixedFilters() {
  const t = useText();
  const dataset = useTimeline((state) => state.dataset);
  const filter = useTimeline((state) => state.filter);
  const clauses = filterInWords(filter, dataset, t);
  return clauses === '' ? null : <p className="dt-fixed-filters">{t('filters.fixed', { clauses })}</p>;
}
