import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Facet } from '../../model/filter';
import { foldText } from '../../state/search/fold-text';
import { useText } from '../context/store-context';
import { useShowMore } from '../context/use-show-more';

/** A list longer than this gets a field to find things in it. */
const LONG_LIST = 12;
/** So many choices of one facet at a time: who looks for one of thousands types its name. */
const STEP = 60;

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Second line: an office, a kind. */
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  /** How many events this choice gives, or would give. */
  readonly count: number;
  readonly chosen: boolean;
}

interface FacetChoicesProps {
  readonly facet: Facet;
  readonly choices: readonly Choice[];
  readonly onToggle: (id: string) => void;
  readonly onClear: () => void;
  /** What stands under the list: switch and roles. */
  readonly children?: ReactNode;
}

/** One facet's checkboxes with their counts; most events first, as it was when the panel opened. */
export function FacetChoices({ facet, choices, onToggle, onClear, children }: FacetChoicesProps) {
  const t = useText();
  const [sought, setSought] = useState('');
  const ordered = useSteadyOrder(choices);
  const wanted = foldText(sought.trim());
  const shown =
    wanted === ''
      ? ordered
      : ordered.filter(({ name, detail }) => foldText(`${name} ${detail ?? ''}`).includes(wanted));
  return (
    <div className="dt-choices">
      <fieldset className="dt-plain-fieldset">
        <legend className="dt-choices-title">{t(`facet.${facet}`)}</legend>
        {choices.length > LONG_LIST ? (
          <input
            type="search"
            className="dt-field dt-choices-find"
            aria-label={t(`facet.find.${facet}`)}
            placeholder={t(`facet.find.${facet}`)}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        ) : null}
        <ChoiceList key={wanted} choices={shown} onToggle={onToggle} />
        {shown.length === 0 ? <p className="dt-choices-none">{t('facet.noneFound', { text: sought.trim() })}</p> : null}
      </fieldset>
      {choices.some((choice) => choice.chosen) ? (
        <button type="button" className="dt-link dt-choices-clear" onClick={onClear}>
          {t('facet.clear')}
        </button>
      ) : null}
      {children}
    </div>
  );
}

/** The first of many; what is chosen among the rest stands after them, lest a choice be out of sight. */
function ChoiceList({ choices, onToggle }: { choices: readonly Choice[]; onToggle: (id: string) => void }) {
  const { shown, list, button } = useShowMore<HTMLUListElement>(choices.length, STEP);
  // As they were chosen when the list came up: a box that goes as it is unticked takes the focus along.
  const [chosen] = useState(() => new Set(choices.filter((choice) => choice.chosen).map(({ id }) => id)));
  const rest = choices.slice(shown).filter(({ id }) => chosen.has(id));
  return (
    <>
      <ul ref={list} className="dt-choice-list">
        {[...choices.slice(0, shown), ...rest].map((choice) => (
          <ChoiceBox key={choice.id} choice={choice} onToggle={onToggle} />
        ))}
      </ul>
      {button}
    </>
  );
}

function ChoiceBox({ choice, onToggle }: { choice: Choice; onToggle: (id: string) => void }) {
  const t = useText();
  const id = useId();
  const { name, detail, icon, count, chosen } = choice;
  return (
    <li className={`dt-choice${count === 0 ? ' dt-choice--none' : ''}`}>
      <input
        id={id}
        type="checkbox"
        checked={chosen}
        aria-describedby={detail === undefined ? `${id}-count` : `${id}-detail ${id}-count`}
        onChange={() => onToggle(choice.id)}
      />
      <span className="dt-choice-words">
        <label htmlFor={id} dir="auto">
          {icon}
          {name}
        </label>
        {detail === undefined ? null : (
          <span id={`${id}-detail`} className="dt-choice-detail">
            {detail}
          </span>
        )}
      </span>
      <span className="dt-choice-count" aria-hidden="true">
        {t.number(count)}
      </span>
      <span id={`${id}-count`} hidden>
        {t('facet.choiceCount', { n: count })}
      </span>
    </li>
  );
}

/**
 * Counts move with every tick; boxes that move under the pointer would be ticked by mistake. The order is taken once.
 */
function useSteadyOrder(choices: readonly Choice[]): readonly Choice[] {
  const t = useText();
  const [places] = useState(() => {
    const names = new Intl.Collator(t.locale);
    const sorted = choices.toSorted((a, b) => b.count - a.count || names.compare(a.name, b.name));
    return new Map(sorted.map(({ id }, place) => [id, place]));
  });
  const placeOf = (choice: Choice) => places.get(choice.id) ?? places.size;
  return choices.toSorted((a, b) => placeOf(a) - placeOf(b));
}
