import { TimelineElement } from '../embed/element/timeline-element';

// A page may include the loader with every timeline that it pastes in.
if (!customElements.get('diplomatic-timeline')) customElements.define('diplomatic-timeline', TimelineElement);
