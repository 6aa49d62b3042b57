/** The package's `./element`: a timeline in a frame, and one in the page itself. Harmless where there is no document. */
import { InlineElement } from '../embed/inline/inline-element';
import type { InlineLibrary } from '../embed/inline/inline-element';
import { TimelineElement } from '../embed/element/timeline-element';

export type { FrameAttributes, InlineAttributes, TimelineAttributes } from '../embed/element/element-attributes';
export { TimelineElement } from '../embed/element/timeline-element';

/** `<diplomatic-timeline-inline>`; the timeline itself is loaded when one stands in a page. */
export class InlineTimelineElement extends InlineElement {
  protected override async load(): Promise<InlineLibrary> {
    const [{ mountTimeline }, { decodeAddress }] = await Promise.all([
      import('./library'),
      import('../state/address/address'),
    ]);
    return { mountTimeline, decodeAddress };
  }
}

const ELEMENTS = [
  ['diplomatic-timeline', TimelineElement],
  ['diplomatic-timeline-inline', InlineTimelineElement],
] as const;

if (typeof customElements !== 'undefined')
  for (const [name, element] of ELEMENTS)
    if (customElements.get(name) === undefined) customElements.define(name, element);
