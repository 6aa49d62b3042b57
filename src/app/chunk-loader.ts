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
      codes.get(name)?.(exports, use);
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
    const inert = inertScripts().find(({ dataset }) => dataset['part'] === name);
    if (inert === undefined) throw new Error(`The page has no part ${name}`);
    const needs = inert.dataset['needs']?.split(' ') ?? [];
    await Promise.all([codes.has(name) ? undefined : fetchScript(inert, name), ...needs.map(load)]);
    whole.add(name);
  };
  const fetchScript = (inert: HTMLScriptElement, name: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const script: PartScript | undefined = scriptFrom(inert);
      const settle = () => {
        script?.remove();
        if (script?.partCode === undefined)
          return reject(new Error(`${inert.getAttribute('src') ?? name} could not be loaded`));
        codes.set(name, script.partCode);
        resolve();
      };
      if (script === undefined) return settle();
      script.addEventListener('load', settle);
      script.addEventListener('error', settle);
      document.head.append(script);
    });
  const parts = load(entry);
  for (const { dataset } of inertScripts())
    if (dataset['ahead'] !== undefined && matchMedia(dataset['ahead']).matches)
      // What can't be had is asked for again, and told, where it would be shown.
      load(dataset['part'] ?? '').catch(() => undefined);
  await Promise.all([parts, ready]);
  use(entry);
}

function inertScripts(): readonly HTMLScriptElement[] {
  const template = document.querySelector<HTMLTemplateElement>('template#script-parts');
  return [...(template?.content.querySelectorAll('script') ?? [])];
}
