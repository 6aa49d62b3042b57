import type { EventType, Tone } from './vocabulary';

/** Tone and whether something was done (a deed) or said (a word): the four quad classes plus neutral. */
export interface Stance {
  readonly tone: Tone;
  readonly deed: boolean;
}

const BY_TYPE: Readonly<Record<EventType, Stance>> = {
  talks: { tone: 'cooperation', deed: false },
  agreement: { tone: 'cooperation', deed: false },
  ceasefire: { tone: 'cooperation', deed: true },
  statement: { tone: 'neutral', deed: false },
  appeal: { tone: 'cooperation', deed: false },
  criticism: { tone: 'conflict', deed: false },
  warning: { tone: 'conflict', deed: false },
  resolution: { tone: 'cooperation', deed: false },
  sanctions: { tone: 'conflict', deed: true },
  military: { tone: 'conflict', deed: true },
  humanitarian: { tone: 'cooperation', deed: true },
  appointment: { tone: 'neutral', deed: true },
};

const CONFLICT_MODES: ReadonlySet<string> = new Set(['appeal/demand', 'resolution/vetoed', 'resolution/veto']);

/** Tone and deed of a type and mode; modes that change nothing may be any text. docs/data.md, "Types". */
export function stanceOfType(type: EventType, mode: string | undefined): Stance {
  const usual = BY_TYPE[type];
  return CONFLICT_MODES.has(`${type}/${mode ?? ''}`) ? { ...usual, tone: 'conflict' } : usual;
}

/**
 * Tone and deed of a CAMEO code by its quad class (roots 02-05, 06-08, 09-13, 14-20; 01 is neutral); undefined where
 * the root is no number from 01 to 20.
 */
export function stanceOfCameo(code: string): Stance | undefined {
  const root = /^\d{2}/.test(code) ? Number(code.slice(0, 2)) : 0;
  if (root < 1 || root > 20) return undefined;
  if (root === 1) return { tone: 'neutral', deed: false };
  if (root <= 5) return { tone: 'cooperation', deed: false };
  if (root <= 8) return { tone: 'cooperation', deed: true };
  if (root <= 13) return { tone: 'conflict', deed: false };
  return { tone: 'conflict', deed: true };
}
