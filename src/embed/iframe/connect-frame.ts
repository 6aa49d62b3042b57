import type { TimelineHandle } from '../../app/mount-timeline';
import { askForLinks } from './ask-for-links';
import { greetParent } from './greet-parent';
import { reportHeight } from './report-height';
import { serveHost } from './serve-host';

/**
 * Speaks with the page that this one stands in as a frame, over the port that it hands in: docs/embedding.md. Until it does, the
 * timeline fills the frame; from then on it is as high as its content, and the host makes room.
 */
export function connectFrame(timeline: TimelineHandle, target: Element): void {
  greetParent((port) => {
    const { post } = serveHost(port, timeline);
    timeline.setHeight('content');
    const look = reportHeight(target, (height) => post({ type: 'height', height }));
    timeline.on('ready', look);
    timeline.on('state', look);
    askForLinks(target, (href) => post({ type: 'open-link', href }));
  });
}
