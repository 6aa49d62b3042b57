import type { WholeDataset } from '../../model/dataset';
import type { GridDesk } from './grid-edits';
import type { GridSort } from './GridHead';

/**
 * Ids of the events by one column: dates by their first day, importance by its number, others by their text as the
 * language orders it; cells that say nothing come last either way. Equal ones stay in the dataset's order.
 */
export function sortedIds(
  dataset: WholeDataset,
  { field, isDescending }: GridSort,
  { tools, context }: Pick<GridDesk, 'tools' | 'context'>,
): readonly string[] {
  const { compare } = new Intl.Collator(context.t.locale, { numeric: true });
  const sign = isDescending ? -1 : 1;
  const keyed = dataset.events.map((event) => ({
    id: event.id,
    start: field === 'date' ? event.date?.start.start : undefined,
    text: field === 'date' ? '' : tools.cellText(dataset, event, field, context),
  }));
  const isEmpty = ({ start, text }: (typeof keyed)[number]): boolean =>
    field === 'date' ? start === undefined : text === '';
  return keyed
    .toSorted((a, b) => {
      const [one, other] = [isEmpty(a), isEmpty(b)];
      if (one || other) return Number(one) - Number(other);
      return sign * (field === 'date' ? (a.start ?? 0) - (b.start ?? 0) : compare(a.text, b.text));
    })
    .map(({ id }) => id);
}
