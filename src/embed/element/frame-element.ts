/** How high a frame may be asked to be, CSS px. */
export const LEAST_PX = 120;
export const MOST_PX = 4000;

/**
 * What a page says of all its elements (`article > *`, `main *`) it says of ours as well, and wins over what the root
 * says of it. As a line of text, a grid, a flexible box, a float or a cell it still holds a frame that is as wide as it
 * gets: wider than any page, until the page bounds it. Size, place and whether it is there at all are the page's to say;
 * in columns, or with lines from above to below, there would be no timeline.
 *
 * Its height is a least one, which a flexible box lets be: 560 px until it says how high it wants to be. What stands inside is a line, most of the time: with the frame it
 * takes the room that a pasted code keeps.
 */
export const FRAME_STYLE =
  ':host{display:block;columns:auto!important;writing-mode:horizontal-tb!important}:host([hidden]){display:none!important}iframe{display:block;grid-column:1/-1;width:9999px;max-width:100%;height:0;min-height:calc(560px - 1lh);border:0;pointer-events:auto}';

/** A frame that shows an address, shut off from its host; it loads as soon as it stands in a page. */
export function makeFrame(src: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  // From a disk, a frame without an origin may not even load its own script.
  frame.setAttribute(
    'sandbox',
    `allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads${src.startsWith('file:') ? ' allow-same-origin' : ''}`,
  );
  return Object.assign(frame, {
    loading: 'lazy',
    referrerPolicy: 'no-referrer',
    allow: 'fullscreen *; clipboard-write',
    src,
  });
}
