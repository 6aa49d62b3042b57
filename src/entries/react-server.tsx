/** The same where the page is rendered on a server: the picture of the view stands there until the timeline is here. */
import { componentOf } from '../embed/inline/react-timeline';
import { mountTimeline, viewAsked } from './library';
import { pictureInPlace } from './static';

export const DiplomaticTimeline = componentOf({ mountTimeline, viewAsked, pictureOnServer: pictureInPlace });
