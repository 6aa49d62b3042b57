import { scriptFrom } from './script-address';

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
 * Loads the page's script, and what the source imports dynamically, without modules: those fail from a disk and in a
 * sandboxed frame. build/opening-script.ts writes an inert `<template id="script-parts">` into the page: a script cloned
 * out of it loads without setting an address from code, which the page's policy (trusted types) forbids, and nothing
 * but what stands there can be loaded. Parts that this page opens with (`data-ahead`, a media query) are fetched beside
 * the entry, and run when it asks for them. The entry runs when the page is `ready` too; resolves then, and rejects where
 * it can't be had.
 */
export async function loadChunks(entry: string, ready: Promise<unknown>): Promise<void> {
  const codes = new Map<string, ChunkCode>();
  const made = new Map<string, object>();
  /** Parts that come, or are here with all they need. */
  const coming = new Map<string, Promise<unknown>>();
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
  const load = (name: string): Promise<unknown> => {
    const known = coming.get(name);
    if (known !== undefined) return known;
    const inert = scripts.find(({ dataset }) => dataset['part'] === name);
    const loading = Promise.all([
      codes.has(name) ? undefined : fetchCode(name, inert).then((code) => codes.set(name, code)),
      ...(inert?.dataset['needs']?.split(' ') ?? []).map(load),
    ]);
    coming.set(name, loading);
    // Asked for again, it is fetched again; whoever asked is told.
    loading.catch(() => coming.delete(name));
    return loading;
  };
  const template = document.querySelector<HTMLTemplateElement>('template#script-parts');
  const scripts = [...(template?.content.querySelectorAll('script') ?? [])];
  const first = load(entry);
  for (const { dataset } of scripts)
    if (dataset['ahead'] !== undefined && matches(dataset['ahead'])) void load(dataset['part'] ?? '');
  await Promise.all([first, ready]);
  use(entry);
}

/** Only a start ahead: where it can't be asked, whatever is needed comes when it is asked for. */
function matches(media: string): boolean {
  try {
    return matchMedia(media).matches;
  } catch {
    return false;
  }
}

/** The code that a part's script leaves at its element; rejects for a part that the page hasn't, or can't have. */
function fetchCode(name: string, inert: HTMLScriptElement | undefined): Promise<ChunkCode> {
  return new Promise((resolve, reject) => {
    const script: PartScript | undefined = inert && scriptFrom(inert);
    const settle = () => {
      clearTimeout(waiting);
      script?.remove();
      if (script?.partCode === undefined)
        reject(new Error(`${inert?.getAttribute('src') ?? name} could not be loaded`));
      else resolve(script.partCode);
    };
    // A host that never answers is one that has nothing: whoever waits can say so, and ask again.
    const waiting = setTimeout(settle, 30_000);
    if (script === undefined) return settle();
    for (const end of ['load', 'error']) script.addEventListener(end, settle);
    document.head.append(script);
  });
}
