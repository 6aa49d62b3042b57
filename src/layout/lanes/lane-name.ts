import type { Translate } from '../../base/translate';
import type { Lane } from './lanes';
import type { Dataset } from '../../model/dataset';
import { countryName } from '../../model/event-prose';
import { actorOf } from '../../model/lookups';
import { EVENT_TYPES } from '../../model/vocabulary';

const HEADINGS = ['bodies', 'armed-groups', 'mentioned', 'nobody'] as const;

/** A lane's name in the reader's language. */
export function laneName(lane: Pick<Lane, 'kind' | 'key'>, dataset: Dataset, t: Translate): string {
  switch (lane.kind) {
    case 'country':
      return countryName(lane.key, t);
    case 'actor':
      return actorOf(dataset, lane.key)?.label ?? lane.key;
    case 'type':
      return t(`type.${EVENT_TYPES.find((type) => type === lane.key) ?? 'none'}`);
    case 'heading':
      return t(`lane.heading.${HEADINGS.find((heading) => heading === lane.key) ?? 'others'}`);
  }
}
