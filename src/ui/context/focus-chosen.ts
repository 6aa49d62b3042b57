import { focusedNear, isFocusNowhere, moveFocus } from '../kit/focus/focus';

const EVENTS = '.dt-event-link, .dt-running-item button, .dt-mark-button';

/**
 * Gives the focus to the chosen event where it stands, in the chart or the list, when it is nowhere (its element has
 * gone) or on another event; `else` where none is chosen. `node` is anything inside the timeline.
 */
export function focusChosen(node: Element, otherwise?: string): void {
  const root = node.closest('.dt-app');
  if (root === null || !(isFocusNowhere(root) || focusedNear(root)?.matches(EVENTS) === true)) return;
  const chosen = [
    ...root.querySelectorAll<HTMLElement>(
      '.dt-mark-button[aria-current="true"], .dt-list [aria-current="true"] button',
    ),
  ];
  // Of several marks of one event the one that had the focus may keep it.
  if (chosen.some((each) => each === focusedNear(root))) return;
  moveFocus(chosen[0] ?? (otherwise === undefined ? null : root.querySelector<HTMLElement>(otherwise)), 'scroll to it');
}
