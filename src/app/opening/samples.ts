import { lazyCode } from '../../base/lazy-code';
import type { Sample } from '../../ui/open/open-services';
import type { OpeningPage } from './on-screen';

/** An invented table with what tables hold: dates that read two ways, months, names in one cell, rows without a date. */
const LAKE_TALKS = 'lake-talks';
const LAKE_ROWS = 60;
const LAKE_TABLE = lazyCode(() => import('./samples/lake-talks.csv?raw').then((file) => file.default));

interface Samples {
  readonly list: () => readonly Sample[];
  /** Shows a set of the page's at once; a table comes as its file. Resolves with undefined where there is none to look at. */
  readonly take: (id: string) => Promise<File | undefined>;
}

/** What the page has to begin with: its own sets, and a table. */
export function makeSamples({ datasets, translate: t }: OpeningPage): Samples {
  return {
    list: () => [
      ...(datasets?.catalogue.datasets ?? []).map(({ id, title, events }): Sample => ({
        id,
        title,
        count: events,
        of: 'events',
      })),
      { id: LAKE_TALKS, title: t('open.sample.lake'), count: LAKE_ROWS, of: 'rows' },
    ],
    take: async (id) => {
      if (id === LAKE_TALKS) return new File([await LAKE_TABLE.load()], 'lake-talks.csv', { type: 'text/csv' });
      await datasets?.choose([id]);
      return undefined;
    },
  };
}
