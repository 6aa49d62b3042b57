import type { CDPSession } from 'playwright-core';

const EVERY_US = 200;
const SHOWN = 14;

/** What a profile says of one function, ms: in it and in all it called, and in it alone. */
interface Share {
  readonly name: string;
  readonly totalMs: number;
  readonly selfMs: number;
}

/** Runs something while the page's script is sampled; the functions that took most, as lines of text. */
export async function profiled(cdp: CDPSession, act: () => Promise<unknown>): Promise<string> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: EVERY_US });
  await cdp.send('Profiler.start');
  await act();
  const { profile } = await cdp.send('Profiler.stop');
  const shares = sharesOf(profile);
  const lines = (sorted: readonly Share[]) =>
    sorted
      .slice(0, SHOWN)
      .map(
        ({ name, totalMs, selfMs }) => `${totalMs.toFixed(1).padStart(9)} ${selfMs.toFixed(1).padStart(9)}  ${name}`,
      );
  return [
    `${'all ms'.padStart(9)} ${'own ms'.padStart(9)}`,
    ...lines(shares.toSorted((a, b) => b.selfMs - a.selfMs)),
    '  by all that they called:',
    ...lines(shares.toSorted((a, b) => b.totalMs - a.totalMs)),
  ].join('\n');
}

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples?: readonly number[];
  /** Microseconds since the sample before. */
  readonly timeDeltas?: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

/** Idle time and the engine's own root are nobody's. */
const NOBODY = new Set(['(root)', '(idle)', '(program)']);

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profile): Share[] {
  const self = new Map<number, number>();
  samples.forEach((id, index) => self.set(id, (self.get(id) ?? 0) + (timeDeltas[index] ?? 0) / 1000));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shares = new Map<string, { totalMs: number; selfMs: number }>();
  // Down one branch a function that calls itself counts once.
  const visit = (node: ProfileNode, above: ReadonlySet<string>): number => {
    const name = nameOf(node);
    const own = self.get(node.id) ?? 0;
    const within = new Set([...above, name]);
    const total = (node.children ?? []).reduce((sum, id) => sum + visitId(id, within), own);
    const share = shares.get(name) ?? { totalMs: 0, selfMs: 0 };
    shares.set(name, { totalMs: share.totalMs + (above.has(name) ? 0 : total), selfMs: share.selfMs + own });
    return total;
  };
  const visitId = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id);
    return node === undefined ? 0 : visit(node, above);
  };
  const root = nodes[0];
  if (root !== undefined) visit(root, new Set());
  return [...shares]
    .filter(([name]) => !NOBODY.has(name))
    .map(([name, { totalMs, selfMs }]) => ({ name, totalMs, selfMs }));
}

function nameOf({ callFrame: { functionName, url, lineNumber } }: ProfileNode): string {
  const file = url.slice(url.lastIndexOf('/') + 1);
  return `${functionName === '' ? '(anonymous)' : functionName}${file === '' ? '' : ` ${file}:${lineNumber + 1}`}`;
}
