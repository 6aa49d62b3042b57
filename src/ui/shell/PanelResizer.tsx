import type { KeyboardEvent, PointerEvent } from 'react';
import { useText } from '../context/store-context';
import { usePointerHold } from '../kit/use-pointer-hold';
import { spaceOf } from '../kit/screen-space';
import type { ScreenPoint } from '../kit/screen-space';

const LEAST_PX = 300;
const MOST_PX = 640;
const STEP_PX = 24;

/**
 * The border between chart and details, to be dragged or moved by arrow keys; Home and a double click go back to the
 * usual width.
 */
export function PanelResizer({
  widthPx,
  onChange,
  usual,
}: {
  readonly widthPx: number;
  readonly onChange: (px: number) => void;
  readonly usual: number;
}) {
  const t = useText();
  const hold = usePointerHold();
  const set = (px: number) => onChange(Math.round(Math.min(Math.max(px, LEAST_PX), MOST_PX)));
  return (
    // A separator that can be moved is a widget (WAI-ARIA 1.2), whatever the rule says.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="dt-resizer"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('tool.resizePanel')}
      aria-valuenow={widthPx}
      aria-valuemin={LEAST_PX}
      aria-valuemax={MOST_PX}
      aria-valuetext={t('tool.panelWidth', { n: widthPx })}
      onDoubleClick={() => onChange(usual)}
      onPointerDown={(press: PointerEvent<HTMLElement>) => {
        const element = press.currentTarget;
        // The border itself moves, and is too narrow to tell a scale by.
        const page = element.closest<HTMLElement>('.dt-app') ?? element;
        const xOf = (place: ScreenPoint) => spaceOf(page).pointAt(place).x;
        const from = xOf(press);
        hold(press, {
          onMove: (move) => set(widthPx + (xOf(move) - from) * away(element)),
          onEnd: (how) => {
            if (how === 'taken back') set(widthPx);
          },
        });
      }}
      onKeyDown={(event: KeyboardEvent<HTMLElement>) => {
        const step =
          (event.key === 'ArrowRight' ? STEP_PX : event.key === 'ArrowLeft' ? -STEP_PX : 0) * away(event.currentTarget);
        if (step !== 0) set(widthPx + step);
        else if (event.key === 'Home') onChange(usual);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

/** Dragging towards the panel's far side makes it narrower. */
function away(element: HTMLElement): 1 | -1 {
  return getComputedStyle(element).direction === 'rtl' ? 1 : -1;
}
