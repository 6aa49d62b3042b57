import { createContext, useContext, useSyncExternalStore } from 'react';
import { invariant } from '../../base/invariant';
import { CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, forcedTheme } from '../../render/tokens';
import type { Theme } from '../../render/tokens';
import type { ThemeName } from '../../state/address/view-params';

const DARK_SCHEME = '(prefers-color-scheme: dark)';
const MORE_CONTRAST = '(prefers-contrast: more)';
const FORCED = '(forced-colors: active)';

/** The theme that somebody asked for, as it changes. */
export interface AskedTheme {
  readonly get: () => ThemeName;
  /** Returns how to stop listening. */
  readonly subscribe: (onChange: () => void) => () => void;
}

/**
 * How the timeline looks. Handed down as one object that never changes, so that a change of theme renders again only
 * what asks for the theme; who paints on a canvas repaints without rendering.
 */
export interface ThemeSource {
  readonly asked: AskedTheme;
  /** How a reader asks for something else; undefined where the page doesn't offer it. */
  readonly choose?: ((theme: ThemeName) => void) | undefined;
  /** The theme that was asked for, made out; the same object for the same theme. */
  readonly now: () => Theme;
  /** Tells of what is asked for and of what the machine prefers. Returns how to stop listening. */
  readonly subscribe: (onChange: () => void) => () => void;
}

export function createThemeSource(asked: AskedTheme, choose?: (theme: ThemeName) => void): ThemeSource {
  return {
    asked,
    choose,
    now: () => themeFor(asked.get()),
    subscribe: (onChange) => {
      const stops = [asked.subscribe(onChange), hearMedia(onChange)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

const ThemeContext = createContext<ThemeSource | undefined>(undefined);

export const ThemeProvider = ThemeContext;

export function useThemeSource(): ThemeSource {
  const source = useContext(ThemeContext);
  invariant(source, 'a component stands outside ThemeProvider');
  return source;
}

/** The theme, for what is rendered anew when it changes. */
export function useTheme(): Theme {
  const { subscribe, now } = useThemeSource();
  return useSyncExternalStore(subscribe, now);
}

/**
 * The theme that was asked for, made out: light or dark, its high contrast where that or the machine asks for it, the
 * reader's own colours where those are forced.
 */
function themeFor(asked: ThemeName): Theme {
  if (matches(FORCED)) return (forced ??= readForced());
  const isDark = asked === 'dark' || (asked !== 'light' && matches(DARK_SCHEME));
  if (asked === 'contrast' || matches(MORE_CONTRAST)) return isDark ? CONTRAST_DARK : CONTRAST_LIGHT;
  return isDark ? DARK : LIGHT;
}

function matches(query: string): boolean {
  return window.matchMedia(query).matches;
}

/** The machine's, so one for all timelines of a page; read again after every change that a page is told of. */
let forced: Theme | undefined;

function hearMedia(onChange: () => void): () => void {
  const lists = [DARK_SCHEME, MORE_CONTRAST, FORCED].map((query) => window.matchMedia(query));
  const hear = () => {
    forced = undefined;
    onChange();
  };
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
