import { useSyncExternalStore } from 'react';
import { CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, forcedTheme } from '../../render/tokens';
import type { Theme } from '../../render/tokens';
import type { ThemeName } from '../../state/address/view-params';
import { useMedia } from '../kit/use-media';

const DARK_SCHEME = '(prefers-color-scheme: dark)';
const MORE_CONTRAST = '(prefers-contrast: more)';
const FORCED = '(forced-colors: active)';

/**
 * The theme that was asked for, made out: light or dark, its high contrast where that or the machine asks for it, the
 * reader's own colours where those are forced.
 */
export function useTheme(asked: ThemeName): Theme {
  const prefersDark = useMedia(DARK_SCHEME);
  const prefersMore = useMedia(MORE_CONTRAST);
  const forced = useSyncExternalStore(hearMedia, forcedNow);
  if (forced !== undefined) return forced;
  const isDark = asked === 'dark' || (asked !== 'light' && prefersDark);
  if (asked === 'contrast' || prefersMore) return isDark ? CONTRAST_DARK : CONTRAST_LIGHT;
  return isDark ? DARK : LIGHT;
}

/** The machine's, so one for all timelines of a page; read again after every change that a page is told of. */
let known: Theme | undefined;

function forcedNow(): Theme | undefined {
  if (!window.matchMedia(FORCED).matches) return undefined;
  known ??= readForced();
  return known;
}

function hearMedia(onChange: () => void): () => void {
  const lists = [DARK_SCHEME, MORE_CONTRAST, FORCED].map((query) => window.matchMedia(query));
  const hear = () => {
    known = undefined;
    onChange();
  };
  known = undefined;
  for (const list of lists) list.addEventListener('change', hear);
  return () => {
    for (const list of lists) list.removeEventListener('change', hear);
  };
}

/**
 * A canvas takes the names of system colours, but not always the values that a reader has forced: those an element
 * tells.
 */
function readForced(): Theme {
  const probe = document.documentElement.appendChild(document.createElement('i'));
  const valueOf = (name: string): string => {
    probe.style.color = name;
    return hexOf(getComputedStyle(probe).color);
  };
  const colours = {
    canvas: valueOf('Canvas'),
    canvasText: valueOf('CanvasText'),
    linkText: valueOf('LinkText'),
    highlight: valueOf('Highlight'),
  };
  probe.remove();
  return forcedTheme(window.matchMedia(DARK_SCHEME).matches ? 'dark' : 'light', colours);
}

function hexOf(colour: string): string {
  const parts =
    colour
      .match(/\d+(?:\.\d+)?/g)
      ?.slice(0, 3)
      .map(Number) ?? [];
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
