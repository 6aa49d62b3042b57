import { mixed } from './mix-colours';

/**
 * Colours by name, one set a theme. CSS reads them as custom properties (`--paper`), the painter
 * directly.
 */
export interface Theme extends ThemeColours {
  readonly scheme: 'light' | 'dark';
  /**
   * `more`: text at 7:1, lines at 4.5:1; `forced`: the reader's own few colours, in which shape and fill alone tell
   * tones apart.
   */
  readonly contrast: 'usual' | 'more' | 'forced';
  /** Added to the width of every line that is part of a mark, CSS px. */
  readonly heavierPx: number;
}

export interface ThemeColours {
  readonly paper: string;
  readonly surface: string;
  readonly raised: string;
  readonly text: string;
  readonly secondary: string;
  readonly meta: string;
  readonly control: string;
  readonly grid: string;
  readonly gridStrong: string;
  readonly focus: string;
  readonly cooperation: string;
  readonly cooperationTint: string;
  readonly conflict: string;
  readonly conflictTint: string;
  /** Marks of neutral tone; a grey that is told apart from text by shape. */
  readonly neutral: string;
  /** Ground of the time after the as-of day. */
  readonly ahead: string;
  /** Up to five highlighted actors, told apart by all four kinds of colour vision. */
  readonly actors: readonly [string, string, string, string, string];
}

export const LIGHT: Theme = {
  scheme: 'light',
  contrast: 'usual',
  heavierPx: 0,
  paper: '#FCFCFA',
  surface: '#FFFFFF',
  raised: '#F3F4F1',
  text: '#1A1E23',
  secondary: '#474E57',
  meta: '#5A626C',
  control: '#80868F',
  grid: '#E2E4DF',
  gridStrong: '#C9CCC6',
  focus: '#1B4FD1',
  cooperation: '#0B6E69',
  cooperationTint: '#E4EFEE',
  conflict: '#A6480A',
  conflictTint: '#F6E9DF',
  neutral: '#80868F',
  ahead: '#F0F0EE',
  actors: ['#AD620C', '#2B4C28', '#3B7C70', '#865FC1', '#6C1D58'],
};

export const DARK: Theme = {
  scheme: 'dark',
  contrast: 'usual',
  heavierPx: 0,
  paper: '#14171B',
  surface: '#1A1E23',
  raised: '#22272D',
  text: '#ECEEF0',
  secondary: '#B4BBC4',
  meta: '#A0A9B3',
  control: '#7A838E',
  grid: '#2A3037',
  gridStrong: '#3B434C',
  focus: '#8FB4FF',
  cooperation: '#5CC8BE',
  cooperationTint: '#1E3634',
  conflict: '#F2A25C',
  conflictTint: '#3A2C20',
  neutral: '#7A838E',
  ahead: '#1B1F27',
  actors: ['#E9C399', '#739C24', '#93D9D9', '#A780E6', '#D36087'],
};

/**
 * High contrast on light: hairlines of the grid at 3:1, borders and marks at 4.5:1, every word at 7:1 on every ground.
 */
export const CONTRAST_LIGHT: Theme = {
  scheme: 'light',
  contrast: 'more',
  heavierPx: 0.75,
  paper: '#FFFFFF',
  surface: '#FFFFFF',
  raised: '#F0F0F0',
  text: '#000000',
  secondary: '#1F2429',
  meta: '#33393F',
  control: '#5B6167',
  grid: '#878787',
  gridStrong: '#6A6A6A',
  focus: '#0A3AA0',
  cooperation: '#004F4A',
  cooperationTint: '#DDF0EE',
  conflict: '#7A2E00',
  conflictTint: '#FBE8DA',
  neutral: '#666B70',
  ahead: '#F2F2F2',
  actors: LIGHT.actors,
};

export const CONTRAST_DARK: Theme = {
  scheme: 'dark',
  contrast: 'more',
  heavierPx: 0.75,
  paper: '#000000',
  surface: '#0B0B0B',
  raised: '#1A1A1A',
  text: '#FFFFFF',
  secondary: '#E8E8E8',
  meta: '#D2D2D2',
  control: '#A8A8A8',
  grid: '#6E6E6E',
  gridStrong: '#8E8E8E',
  focus: '#A9C8FF',
  cooperation: '#6FE3D8',
  cooperationTint: '#0F3330',
  conflict: '#FFBC80',
  conflictTint: '#3A2410',
  neutral: '#A8A8A8',
  ahead: '#151515',
  actors: DARK.actors,
};

/** The few colours of a reader who has chosen their own (`forced-colors`), each `#rrggbb`. */
export interface SystemColours {
  readonly canvas: string;
  readonly canvasText: string;
  readonly linkText: string;
  readonly highlight: string;
}

/**
 * A theme of the reader's own colours: every tone is the colour of text, so that shape and fill say all; grid lines
 * stand back between text and ground.
 */
export function forcedTheme(
  scheme: 'light' | 'dark',
  { canvas, canvasText, linkText, highlight }: SystemColours,
): Theme {
  return {
    scheme,
    contrast: 'forced',
    heavierPx: 0.75,
    paper: canvas,
    surface: canvas,
    raised: canvas,
    text: canvasText,
    secondary: canvasText,
    meta: canvasText,
    control: canvasText,
    grid: mixed(canvasText, canvas, 0.45),
    gridStrong: mixed(canvasText, canvas, 0.7),
    focus: highlight === canvas ? linkText : highlight,
    cooperation: canvasText,
    cooperationTint: canvas,
    conflict: canvasText,
    conflictTint: canvas,
    neutral: canvasText,
    ahead: canvas,
    actors: [canvasText, canvasText, canvasText, canvasText, canvasText],
  };
}

/**
 * Every colour as the custom property it is in CSS, or that of the light theme where no style says what that is: for
 * pictures that stand in a page and follow its theme.
 */
export const VARIABLES: Theme = {
  scheme: 'light',
  contrast: 'usual',
  heavierPx: 0,
  paper: `var(--paper,${LIGHT.paper})`,
  surface: `var(--surface,${LIGHT.surface})`,
  raised: `var(--raised,${LIGHT.raised})`,
  text: `var(--text,${LIGHT.text})`,
  secondary: `var(--secondary,${LIGHT.secondary})`,
  meta: `var(--meta,${LIGHT.meta})`,
  control: `var(--control,${LIGHT.control})`,
  grid: `var(--grid,${LIGHT.grid})`,
  gridStrong: `var(--grid-strong,${LIGHT.gridStrong})`,
  focus: `var(--focus,${LIGHT.focus})`,
  cooperation: `var(--cooperation,${LIGHT.cooperation})`,
  cooperationTint: `var(--cooperation-tint,${LIGHT.cooperationTint})`,
  conflict: `var(--conflict,${LIGHT.conflict})`,
  conflictTint: `var(--conflict-tint,${LIGHT.conflictTint})`,
  neutral: `var(--neutral,${LIGHT.neutral})`,
  ahead: `var(--ahead,${LIGHT.ahead})`,
  actors: [
    `var(--actor-1,${LIGHT.actors[0]})`,
    `var(--actor-2,${LIGHT.actors[1]})`,
    `var(--actor-3,${LIGHT.actors[2]})`,
    `var(--actor-4,${LIGHT.actors[3]})`,
    `var(--actor-5,${LIGHT.actors[4]})`,
  ],
};

/** The theme as CSS custom properties: `gridStrong` is `--grid-strong`, the actors are `--actor-1` to `--actor-5`. */
export function themeVariables(theme: Theme): Record<`--${string}`, string> {
  const { actors, scheme: _scheme, contrast: _contrast, heavierPx: _heavierPx, ...colours } = theme;
  const variables: Record<`--${string}`, string> = {};
  for (const [name, value] of Object.entries(colours)) {
    variables[`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = value;
  }
  actors.forEach((value, index) => {
    variables[`--actor-${index + 1}`] = value;
  });
  return variables;
}
