/** The library for pages whose React is 19 or later: it takes that one, and the component comes with it. */
import { version } from 'react';
import { componentOf } from '../embed/inline/react-timeline';
import { mountInline } from '../embed/inline/mount-inline';
import { viewAsked } from '../embed/inline/inline-options';
import type { InlineOptions } from '../embed/inline/inline-options';
import type { TimelineHandle } from '../app/timeline-handle';

export type * from './library';
export type { FrameAttributes, InlineAttributes, TimelineAttributes } from '../embed/element/element-attributes';
export type { DiplomaticTimelineProps } from '../embed/inline/react-timeline';
export { viewAsked } from '../embed/inline/inline-options';
export { datasetHead } from '../model/dataset-head';
export { textColumnOf } from '../model/text-column';
export { DATE_FORMS } from '../model/dates/event-date';
export { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT, FLAG_OPEN, NO_TYPE } from '../model/event-table';
export { ACTOR_KINDS, COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from '../model/vocabulary';

/** `<Context value>` and the ref as a property are of this one. */
const LEAST_REACT = 19;

/** As the library's own. Throws where the page's React is older than 19. */
export function mountTimeline(element: Element, options: InlineOptions): TimelineHandle {
  if (!(Number.parseInt(version, 10) >= LEAST_REACT))
    throw new Error(
      `diplomatic-timeline/peer needs React ${LEAST_REACT} or later, and this page has ${version}: import "diplomatic-timeline" or "diplomatic-timeline/react" instead, which bring their own.`,
    );
  return mountInline(element, options);
}

export const DiplomaticTimeline = componentOf({ mountTimeline, viewAsked });
