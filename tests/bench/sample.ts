import { median } from './stats';

/** Runs at least this often; a run is as many calls as take a millisecond. */
const RUNS = 15;
const WARM_UPS = 3;
const LEAST_RUN_MS = 1;
/** What the last call gave; read below, so that no compiler finds that nobody wants it. */
let kept: unknown;

/**
 * The median time of one call in ms, over 15 runs after warming up. `prepare` runs before each call and isn't counted.
 */
export function timeOf<Input>(call: (input: Input) => unknown, prepare: () => Input): number {
  for (let i = 0; i < WARM_UPS; i++) kept = call(prepare());
  const once = timeRun(call, prepare, 1);
  const calls = Math.max(Math.ceil(LEAST_RUN_MS / Math.max(once, 1e-5)), 1);
  return median(Array.from({ length: RUNS }, () => timeRun(call, prepare, Math.min(calls, 10_000))));
}

function timeRun<Input>(call: (input: Input) => unknown, prepare: () => Input, calls: number): number {
  const inputs = Array.from({ length: calls }, prepare);
  const began = performance.now();
  for (const input of inputs) kept = call(input);
  const ms = (performance.now() - began) / calls;
  if (kept === timeRun) throw new Error('A call gave its own clock');
  return ms;
}
