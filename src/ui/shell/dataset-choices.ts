import type { Translate } from '../../base/translate';
import { yearInWords } from '../../model/dates/calendar-prose';
import type { DatasetCatalogue, ShippedDataset } from '../../state/view/dataset-catalogue';

/** A line of the menu of datasets. */
export interface DatasetChoice {
  readonly key: string;
  readonly name: string;
  /** The name is a dataset's own, in a language of its own. */
  readonly isTitle: boolean;
  /** Years and number of events. */
  readonly detail: string;
  /** Takes the place of what is shown, or is ticked beside others. */
  readonly kind: 'one' | 'many';
  readonly chosen: boolean;
  /** A line above it parts it from the rest. */
  readonly apart: boolean;
  /** What is shown once it is taken; none for the last one ticked, which stays. */
  readonly ids: readonly string[];
}

/** Two datasets: the one, the other, or both. More: ticks, and all at once. */
export function datasetChoices(
  catalogue: DatasetCatalogue,
  shown: readonly string[],
  t: Translate,
): readonly DatasetChoice[] {
  const { datasets } = catalogue;
  const all = datasets.map(({ id }) => id);
  const isAll = shown.length === all.length;
  const together = { key: 'together', isTitle: false, kind: 'one' as const, apart: true, chosen: isAll, ids: all };
  if (datasets.length > 2) {
    const ticks = datasets.map((dataset): DatasetChoice => ({
      key: `set ${dataset.id}`,
      name: dataset.title,
      isTitle: true,
      detail: aboutDataset(dataset, t),
      kind: 'many',
      apart: false,
      chosen: shown.includes(dataset.id),
      ids: all.filter((id) => (id === dataset.id ? !shown.includes(id) : shown.includes(id))),
    }));
    return [...ticks, { ...together, name: t('sets.all'), detail: t('sets.events', { n: catalogue.together }) }];
  }
  const each = datasets.map((dataset): DatasetChoice => ({
    key: `set ${dataset.id}`,
    name: dataset.title,
    isTitle: true,
    detail: aboutDataset(dataset, t),
    kind: 'one',
    apart: false,
    chosen: !isAll && shown.includes(dataset.id),
    ids: [dataset.id],
  }));
  return [...each, { ...together, name: t('sets.both'), detail: aboutBoth(catalogue, t) }];
}

function aboutDataset({ from, to, events }: ShippedDataset, t: Translate): string {
  const count = t('sets.events', { n: events });
  if (Number.isNaN(from)) return count;
  const years =
    from === to ? yearInWords(from, t) : t('sets.years', { from: yearInWords(from, t), to: yearInWords(to, t) });
  return t('sets.about', { years, events: count });
}

function aboutBoth({ datasets, together }: DatasetCatalogue, t: Translate): string {
  const events = t('sets.events', { n: together });
  const inBoth = datasets.reduce((sum, dataset) => sum + dataset.events, 0) - together;
  return inBoth === 0 ? events : t('sets.inBoth', { events, n: inBoth });
}
