import type { TimelineElement } from '../embed/element/timeline-element';
import type { FrameAttributes, InlineAttributes } from '../embed/element/element-attributes';
import type { InlineTimelineElement } from './elements';

declare global {
  interface HTMLElementTagNameMap {
    'diplomatic-timeline': TimelineElement;
    'diplomatic-timeline-inline': InlineTimelineElement;
  }
  interface HTMLElementEventMap {
    'timeline-ready': CustomEvent<Readonly<Record<string, unknown>>>;
    'timeline-state': CustomEvent<Readonly<Record<string, unknown>>>;
    'timeline-select': CustomEvent<string | null>;
    'timeline-dataset': CustomEvent<object>;
    'timeline-height': CustomEvent<number>;
    'timeline-error': CustomEvent<{ readonly detail: string }>;
    'timeline-open-link': CustomEvent<{ readonly href: string }>;
  }
  namespace JSX {
    interface IntrinsicElements {
      'diplomatic-timeline': FrameAttributes;
      'diplomatic-timeline-inline': InlineAttributes;
    }
  }
}
