import { mountPage } from './mount-page';
import type { MountOptions } from './mount-page';
import { createHandle } from './timeline-handle';
import type { TimelineHandle } from './timeline-handle';

/**
 * Puts a timeline into an element, whose content it replaces once there is data to show. The only way in, but for the
 * page itself.
 */
export function mountTimeline(target: Element, asked: MountOptions): TimelineHandle {
  return createHandle(mountPage(target, asked));
}
