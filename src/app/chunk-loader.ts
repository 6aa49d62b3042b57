/** The code of one script part: fills `exports`, gets at other parts by `use`. */
export type ChunkCode = (exports: object, use: PartUse) => void;

interface PartUse {
  /** What a part exports that is here already; it runs when it is asked for first. */
  (name: string): object;
  /** Loads a part, and what it needs, then runs it. Rejects where a script can't be had; asking again tries again. */
  readonly part: (name: string) => Promise<object>;
}

/** A script element after it has run: build/chunk-plugin.ts has every part leave its code there. */
type PartScript = HTMLScriptElement & { partCode?: ChunkCode };

/**
 * Runs the page's entry, and loads what the source imports dynamically, without modules: those fail from a disk and in
 * a sandboxed frame. build/chunk-plugin.ts writes this function into the entry and, for the other parts, an inert
 * `<template id="script-parts">` into the page: a script cloned out of it loads without setting an address from code,
 * which the page's policy (trusted types) forbids, and nothing but what stands there can be loaded. Stands for itself:
 * its text is copied, so it uses nothing from outside.
 */
export function chunkLoader(entry: ChunkCode): void {
  const codes = new Map<string | undefined, ChunkCode>();
  const made = new Map<string, object>();
  /** Parts that are here with all they need. */
  const whole = new Set<string>();
  const coming = new Map<string, Promise<void>>();
  const use: PartUse = Object.assign(
    (name: string): object => {
      const known = made.get(name);
      if (known !== undefined) return known;
      const exports = {};
      // Before it runs: parts may need each other.
      made.set(name, exports);
      try {
        codes.get(name)?.(exports, use);
      } catch (error) {
        // Half of what it exports is of no use: whoever asks again runs it again.
        made.delete(name);
        throw error;
      }
      return exports;
    },
    {
      part: (name: string) => load(name).then(() => use(name)),
    },
  );
  const load = (name: string): Promise<void> => {
    if (whole.has(name)) return Promise.resolve();
    let loading = coming.get(name);
    if (loading === undefined) {
      loading = fetchPart(name).finally(() => coming.delete(name));
      coming.set(name, loading);
    }
    return loading;
  };
  const fetchPart = async (name: string): Promise<void> => {
    const template = document.querySelector<HTMLTemplateElement>('template#script-parts');
    const inert = [...(template?.content.querySelectorAll('script') ?? [])].find(
      ({ dataset }) => dataset['part'] === name,
    );
    if (inert === undefined) throw new Error(`The page has no part ${name}`);
    const needs = inert.dataset['needs']?.split(' ') ?? [];
    await Promise.all([codes.has(name) ? undefined : fetchScript(inert, name), ...needs.map(load)]);
    whole.add(name);
  };
  const fetchScript = (inert: HTMLScriptElement, name: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const script: PartScript = document.importNode(inert, true);
      const settle = () => {
        clearTimeout(waiting);
        script.remove();
        if (script.partCode === undefined)
          return reject(new Error(`${inert.getAttribute('src') ?? name} could not be loaded`));
        codes.set(name, script.partCode);
        resolve();
      };
      // A host that never answers is one that has nothing: whoever waits can say so, and ask again.
      const waiting = setTimeout(settle, 30_000);
      script.addEventListener('load', settle);
      script.addEventListener('error', settle);
      document.head.append(script);
    });
  for (const script of document.querySelectorAll<PartScript>('script[data-part]')) {
    if (script.partCode !== undefined) codes.set(script.dataset['part'], script.partCode);
  }
  const own = (document.currentScript as HTMLScriptElement).dataset['part'] ?? '';
  codes.set(own, entry);
  // What the oldest browsers that the page is for have, and older ones don't, as written/written.css asks them.
  if ([':dir(rtl)', ':has(a)'].some((selector) => CSS?.supports(`selector(${selector})`) === false)) {
    document.querySelector('#timeline-too-old')?.removeAttribute('hidden');
    return;
  }
  try {
    use(own);
  } catch (error) {
    document.querySelector('#timeline-unopened')?.removeAttribute('hidden');
    throw error;
  }
}
