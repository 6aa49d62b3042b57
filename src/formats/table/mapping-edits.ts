import type { QuestionAnswer, TableSuggestion } from './findings';
import type { ActorMapping, DateMapping, RegroupMapping, TableMapping } from './table-mapping';

/** The mapping that follows from an answer; all else of it stays. */
export function answered(mapping: TableMapping, answer: QuestionAnswer): TableMapping {
  switch (answer.about) {
    case 'day-order': {
      const { order } = answer;
      return withDate(mapping, answer.of, (date) => (order === 'either' ? without(date, 'order') : { ...date, order }));
    }
    case 'century':
      return withDate(mapping, answer.of, (date) => ({ ...date, lastYear: answer.lastYear }));
    case 'grouping':
      return answer.by === 'rows'
        ? withStep(mapping, 'group', undefined)
        : withStep(mapping, 'group', { ...mapping.regroup?.group, by: answer.by });
    case 'spreading':
      return answer.columns === 'rows'
        ? withStep(mapping, 'spread', undefined)
        : withStep(mapping, 'spread', { ...mapping.regroup?.spread, columns: answer.columns });
  }
}

/** The mapping with a suggestion followed; all else of it stays. */
export function withSuggestion(mapping: TableMapping, suggestion: TableSuggestion): TableMapping {
  switch (suggestion.about) {
    case 'heap':
      return withDate(mapping, suggestion.of, (date) => ({
        ...date,
        coarse: [...new Set([...(date.coarse ?? []), suggestion.at])],
      }));
    case 'one-name':
      return withActor(mapping, suggestion.column, (actor) => ({
        ...actor,
        whole: [...new Set([...(actor.whole ?? []), suggestion.whole])],
      }));
    case 'mirrored':
      return withStep(mapping, 'mirrored', true);
    case 'grouping':
      return withStep(mapping, 'group', { ...mapping.regroup?.group, by: suggestion.by });
    case 'only':
      return withStep(mapping, 'only', { column: suggestion.column, values: suggestion.values });
    case 'country-names': {
      const { countries } = mapping;
      const own = typeof countries === 'object' ? countries : { column: suggestion.column };
      return { ...mapping, countries: { ...own, names: true } };
    }
    case 'censored':
      return (['date', 'end'] as const).reduce(
        (changed, of) =>
          dateIn(changed, of)?.column === suggestion.column
            ? withDate(changed, of, (date) => ({ ...date, censoredAt: suggestion.day }))
            : changed,
        mapping,
      );
  }
}

/** The date or the end in its long form; undefined where no column says it. */
export function dateIn(mapping: TableMapping, of: 'date' | 'end'): DateMapping | undefined {
  const said = mapping[of];
  return typeof said === 'string' ? { column: said } : said;
}

/** The mapping with its date or end changed; one that says nothing of it stays as it is. */
export function withDate(
  mapping: TableMapping,
  of: 'date' | 'end',
  change: (date: DateMapping) => DateMapping,
): TableMapping {
  const date = dateIn(mapping, of);
  return date === undefined ? mapping : { ...mapping, [of]: change(date) };
}

/** What parts the names of a column; an empty list, or an empty text, is nothing that does. */
export function withSeparator(
  mapping: TableMapping,
  column: string,
  separator: string | readonly string[] | undefined,
): TableMapping {
  const kept = (typeof separator === 'string' ? [separator] : (separator ?? [])).filter((text) => text !== '');
  const [only] = kept;
  return withActor(mapping, column, (actor) => {
    const rest = without(actor, 'separator');
    return only === undefined ? rest : { ...rest, separator: kept.length === 1 ? only : kept };
  });
}

function withActor(mapping: TableMapping, column: string, change: (actor: ActorMapping) => ActorMapping): TableMapping {
  const actors = (mapping.actors ?? []).map((actor) => (actor.column === column ? change(actor) : actor));
  return { ...mapping, actors };
}

/** Titles put together from a text with columns in braces, `{a}: {b}`; empty: made from the summary. */
export function withTitle(mapping: TableMapping, title: string): TableMapping {
  const rest = without(mapping, 'title');
  if (title.trim() === '') return rest;
  const column = /^\{([^{}]+)\}$/.exec(title.trim())?.[1];
  return { ...rest, title: column ?? title };
}

/** A step of regrouping set, or taken out where it is undefined. */
function withStep<Step extends keyof RegroupMapping>(
  mapping: TableMapping,
  step: Step,
  value: RegroupMapping[Step] | undefined,
): TableMapping {
  const { regroup = {}, ...rest } = mapping;
  const { [step]: _, ...others } = regroup;
  const changed: RegroupMapping = value === undefined ? others : { ...others, [step]: value };
  return Object.keys(changed).length === 0 ? rest : { ...rest, regroup: changed };
}

/** All but one field. */
export function without<Whole extends object, Key extends keyof Whole>(whole: Whole, key: Key): Omit<Whole, Key> {
  const { [key]: _, ...rest } = whole;
  return rest;
}
