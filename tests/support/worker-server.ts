import { serve } from './serve';
import type { Answer, Served } from './serve';

interface Kept {
  readonly served: Served;
  /** Of the file that is at work. */
  readonly answers: { now: ReadonlyMap<string, Answer> };
}

// On the global object, as the browser is: a worker runs many files, each with modules of its own. It goes with the
// process.
const KEPT = Symbol.for('server of this worker');

/**
 * Address of the one server of this worker, which gives the built page, and instead of its files these answers until
 * another file asks for its own. Since all files of a worker ask at one address, its browser reads and compiles the
 * page's scripts once, not once a file.
 */
export async function workerServer(answers: ReadonlyMap<string, Answer>): Promise<string> {
  const home = globalThis as { [KEPT]?: Promise<Kept> };
  home[KEPT] ??= start();
  const { served, answers: kept } = await home[KEPT];
  kept.now = answers;
  return served.url;
}

async function start(): Promise<Kept> {
  const answers: Kept['answers'] = { now: new Map() };
  return { answers, served: await serve({ answerTo: (name) => answers.now.get(name) }) };
}
