import { listInWords } from '../../../base/translate';
import type { Translate } from '../../../base/translate';
import type { TableSuggestion } from '../../../formats/table/findings';
import { dayOfYearInWords } from '../../../model/dates/calendar-prose';
import { instant } from '../../../model/dates/instant';
import { useText } from '../../context/store-context';
import { useMappingStep } from './mapping-context';
import { suggestionKey } from './mapping-state';
import type { OpenSuggestion } from './open-points';

/** Suggestions that stand at one place: each with one button, which takes it back once it was followed. */
export function Suggestions({ suggestions }: { readonly suggestions: readonly OpenSuggestion[] }) {
  return suggestions.map((each) => <Suggestion key={suggestionKey(each.suggestion)} {...each} />);
}

function Suggestion({ suggestion, isTaken }: OpenSuggestion) {
  const t = useText();
  const step = useMappingStep();
  const { found, act, done } = suggestionInWords(suggestion, t);
  return (
    <div className="dt-map-suggestion" data-settles={suggestion.about}>
      <p>{isTaken ? done : found}</p>
      <button
        type="button"
        className="dt-button"
        onClick={() => (isTaken ? step.retract(suggestion) : step.take(suggestion))}
      >
        {isTaken ? t('mapping.takeBack') : act}
      </button>
    </div>
  );
}

/** What was found, what the button does about it, and what stands there once it is done. */
interface SuggestionWords {
  readonly found: string;
  readonly act: string;
  readonly done: string;
}

function suggestionInWords(suggestion: TableSuggestion, t: Translate): SuggestionWords {
  switch (suggestion.about) {
    case 'heap':
      return heapInWords(suggestion, t);
    case 'one-name':
      return {
        found: t('mapping.oneName', { names: quoted(suggestion.names, t), n: suggestion.count }),
        act: t('mapping.oneName.act'),
        done: t('mapping.oneName.done', { name: suggestion.whole }),
      };
    case 'mirrored':
      return {
        found: t('mapping.mirrored', { n: suggestion.rows - suggestion.events }),
        act: t('mapping.mirrored.act', { n: suggestion.events }),
        done: t('mapping.mirrored.done', { n: suggestion.rows - suggestion.events }),
      };
    case 'grouping':
      return {
        found: t('mapping.group', { columns: quoted(suggestion.by, t), n: suggestion.rows }),
        act: t('mapping.mirrored.act', { n: suggestion.events }),
        done: t('mapping.group.done', { columns: quoted(suggestion.by, t) }),
      };
    case 'only':
      return {
        found: t('mapping.only', { n: suggestion.events, values: quoted(suggestion.values, t) }),
        act: t('mapping.only.act', { n: suggestion.events }),
        done: t('mapping.only.done', { values: quoted(suggestion.values, t) }),
      };
    case 'country-names':
      return {
        found: t('mapping.countryNames', { names: quoted(suggestion.names.slice(0, MOST_NAMED), t) }),
        act: t('mapping.countryNames.act'),
        done: t('mapping.countryNames.done'),
      };
    case 'censored':
      return {
        found: t('mapping.censored', { n: suggestion.count, day: suggestion.day }),
        act: t('mapping.censored.act'),
        done: t('mapping.censored.done', { day: suggestion.day }),
      };
  }
}

const MOST_NAMED = 3;

function heapInWords(
  { at, count, dates }: Extract<TableSuggestion, { readonly about: 'heap' }>,
  t: Translate,
): SuggestionWords {
  const n = { n: count, of: t.number(dates) };
  if (!at.includes('-'))
    return {
      found: t('mapping.heap.first', n),
      act: t('mapping.heap.first.act'),
      done: t('mapping.heap.first.done', { n: count }),
    };
  const day = dayOfYearInWords(instant(Date.parse(`2000-${at}T00:00Z`)), t);
  return {
    found: t('mapping.heap', { ...n, day }),
    act: t('mapping.heap.act'),
    done: t('mapping.heap.done', { n: count, day }),
  };
}

/** "“Land” and “Water Board”". */
function quoted(names: readonly string[], t: Translate): string {
  const words = names.map((text) => t('mapping.quoted', { text }));
  const last = words.pop() ?? '';
  return words.length === 0 ? last : t('date.and', { rest: listInWords(words, t), last });
}
