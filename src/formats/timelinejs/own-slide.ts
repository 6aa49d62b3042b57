import { EVENT_TYPES, ROLES, STATUSES } from '../../model/vocabulary';
import type { ImportedEvent, ImportedSource } from '../imported/imported-event';
import { listIn, recordIn, textIn } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import { isRecord } from '../json/decode';

/** Under this key a slide of ours (exports/timelinejs.ts) has as data what stands in its text for people. */
export const OWN_SLIDE = 'timeline_event';

type OwnFields = Pick<
  ImportedEvent,
  'title' | 'summary' | 'type' | 'importance' | 'status' | 'participants' | 'place' | 'source' | 'sources' | 'quote'
>;

/** What a slide of ours says as data; undefined for any other. */
export function ownSlide(slide: JsonRecord): OwnFields | undefined {
  const own = recordIn(slide, OWN_SLIDE);
  if (own === undefined) return undefined;
  const words = listIn(own, 'status');
  const place = recordIn(own, 'place');
  const [source, ...sources] = listIn(own, 'sources').filter(isRecord).map(sourceOf);
  const importance = Number(textIn(own, 'importance'));
  return {
    title: textIn(own, 'title'),
    summary: textIn(own, 'summary'),
    type: EVENT_TYPES.find((each) => each === own['type']),
    importance: importance === 1 || importance === 3 ? importance : 2,
    status: words.flatMap((word) => STATUSES.find((each) => each === word) ?? []),
    participants: listIn(own, 'participants')
      .filter(isRecord)
      .map((each) => ({ name: textIn(each, 'name') ?? '', role: ROLES.find((role) => role === each['role']) })),
    place: place === undefined ? undefined : { label: textIn(place, 'label') ?? '', country: textIn(place, 'country') },
    source,
    sources,
    quote: textIn(own, 'quote'),
  };
}

function sourceOf(source: JsonRecord): ImportedSource {
  return {
    url: textIn(source, 'url'),
    title: textIn(source, 'title'),
    publisher: textIn(source, 'publisher'),
    published: textIn(source, 'published'),
  };
}
