/** What a file of some format, or a part of a dataset, may have to leave out: each is told with how many there are. */
export const LOSS_KINDS = [
  'events-without-date',
  'events-without-first-day',
  'claims',
  'relations',
  'relations-to-others',
  'statements',
  'attributions',
  'caveats',
  'summaries',
  'types',
  'modes',
  'tones',
  'codes',
  'statuses',
  'labels',
  'importance',
  'pictures',
  'dates',
  'doubt',
  'hours',
  'date-notes',
  'participants',
  'roles',
  'countries',
  'places',
  'evidence',
  'evidence-details',
  'quotes',
  'sources',
  'source-details',
  'actor-details',
  'chapters',
  'notes',
  'periods',
  'about',
  'extras',
] as const;
export type LossKind = (typeof LOSS_KINDS)[number];

/** So many of one kind: never 0. */
export interface Loss {
  readonly what: LossKind;
  readonly n: number;
}

/** Counts by kind as losses, in the order of LOSS_KINDS; without those of which there are none. */
export function lossesOf(counts: ReadonlyMap<LossKind, number>): readonly Loss[] {
  return LOSS_KINDS.flatMap((what) => {
    const n = counts.get(what) ?? 0;
    return n === 0 ? [] : [{ what, n }];
  });
}
