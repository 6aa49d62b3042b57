/** The component of the package's `./react`: the page's React around a timeline that has one of its own. */
import { componentOf } from '../embed/inline/react-timeline';
import { mountTimeline, viewAsked } from './library';

export type { FrameAttributes, InlineAttributes, TimelineAttributes } from '../embed/element/element-attributes';
export type { DiplomaticTimelineProps } from '../embed/inline/react-timeline';

export const DiplomaticTimeline = componentOf({ mountTimeline, viewAsked });
