/** Colours by name, one set a theme; look.md, "Tokens". CSS reads them as custom properties (`--paper`), the painter directly. */
export interface Theme {
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
  paper: '#FCFCFA', surface: '#FFFFFF', raised: '#F3F4F1',
  text: '#1A1E23', secondary: '#474E57', meta: '#5A626C', control: '#80868F',
  grid: '#E2E4DF', gridStrong: '#C9CCC6', focus: '#1B4FD1',
  cooperation: '#0B6E69', cooperationTint: '#E4EFEE', conflict: '#A6480A', conflictTint: '#F6E9DF',
  neutral: '#80868F', ahead: '#F0F0EE',
  actors: ['#AD620C', '#2B4C28', '#3B7C70', '#865FC1', '#6C1D58'],
};

export const DARK: Theme = {
  paper: '#14171B', surface: '#1A1E23', raised: '#22272D',
  text: '#ECEEF0', secondary: '#B4BBC4', meta: '#A0A9B3', control: '#7A838E',
  grid: '#2A3037', gridStrong: '#3B434C', focus: '#8FB4FF',
  cooperation: '#5CC8BE', cooperationTint: '#1E3634', conflict: '#F2A25C', conflictTint: '#3A2C20',
  neutral: '#7A838E', ahead: '#1B1F27',
  actors: ['#E9C399', '#739C24', '#93D9D9', '#A780E6', '#D36087'],
};

/** Every colour as the custom property it is in CSS: for pictures that stand in a page and follow its theme. */
export const VARIABLES: Theme = {
  paper: 'var(--paper)', surface: 'var(--surface)', raised: 'var(--raised)',
  text: 'var(--text)', secondary: 'var(--secondary)', meta: 'var(--meta)', control: 'var(--control)',
  grid: 'var(--grid)', gridStrong: 'var(--grid-strong)', focus: 'var(--focus)',
  cooperation: 'var(--cooperation)', cooperationTint: 'var(--cooperation-tint)', conflict: 'var(--conflict)', conflictTint: 'var(--conflict-tint)',
  neutral: 'var(--neutral)', ahead: 'var(--ahead)',
  actors: ['var(--actor-1)', 'var(--actor-2)', 'var(--actor-3)', 'var(--actor-4)', 'var(--actor-5)'],
};

/** The theme as CSS custom properties: `gridStrong` is `--grid-strong`, the actors are `--actor-1` to `--actor-5`. */
export function themeVariables(theme: Theme): Record<`--${string}`, string> {
  const { actors, ...colours } = theme;
  const variables: Record<`--${string}`, string> = {};
  for (const [name, value] of Object.entries(colours)) {
    variables[`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = value;
  }
  actors.forEach((value, index) => {
    variables[`--actor-${index + 1}`] = value;
  });
  return variables;
}
