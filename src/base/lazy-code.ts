import { makeEmitter } from './emitter';

/** Code that isn't loaded with the page, but when it is needed first. */
export interface LazyCode<Code> {
  /** The code if it is here. */
  readonly now: () => Code | undefined;
  /** The same; what isn't here `withLazyCode` loads. */
  readonly ask: () => Code | undefined;
  /** Loads it once. Rejects with a `CodeMissing` where it can't be had; asking again tries again. */
  readonly load: () => Promise<Code>;
  /** Tells when it has come, whoever loaded it. Returns how to stop listening. */
  readonly subscribe: (onHere: () => void) => () => void;
}

/** The same for its owner. */
export interface OwnLazyCode<Code> extends LazyCode<Code> {
  /** For what comes along with other code: it is here from now on. */
  readonly bring: (code: Code) => void;
  /** What is loaded with it from now on: it is here when both are. */
  readonly along: (load: () => Promise<unknown>) => void;
}

/** A part of the program could not be loaded: the network failed, or the page's files have changed on the host. */
export class CodeMissing extends Error {
  override readonly name = 'CodeMissing';
}

/**
 * What was asked for and wasn't here, since `withLazyCode` began. Readers run without a pause, so that only one asks at
 * a time.
 */
const missed = new Set<() => Promise<unknown>>();
let isAsking = false;

/** `load` is an `import()`, or something made of one. */
export function lazyCode<Code>(load: () => Promise<Code>): OwnLazyCode<Code> {
  let here: Code | undefined;
  let coming: Promise<Code> | undefined;
  const others: (() => Promise<unknown>)[] = [];
  const arrival = makeEmitter();
  const bring = (code: Code): void => {
    here = code;
    arrival.emit();
  };
  const loadOnce = (): Promise<Code> => {
    coming ??= Promise.all([load(), ...others.map((each) => each())]).then(
      ([code]) => {
        bring(code);
        return code;
      },
      (cause: unknown) => {
        coming = undefined;
        throw new CodeMissing(cause instanceof Error ? cause.message : String(cause), { cause });
      },
    );
    return coming;
  };
  return {
    now: () => here,
    ask: () => {
      if (here === undefined) missed.add(loadOnce);
      return here;
    },
    load: loadOnce,
    bring,
    along: (other) => void others.push(other),
    subscribe: arrival.subscribe,
  };
}

/**
 * What `act` gives when all the code it asks for is here: at once where it is, else `act` runs again after loading. It
 * has to leave nothing behind that a second run minds, and must not pause. Rejects with a `CodeMissing`.
 */
export function withLazyCode<Result>(act: () => Result): Result | Promise<Result> {
  missed.clear();
  const wasAsking = isAsking;
  isAsking = true;
  let result: Result;
  try {
    result = act();
  } finally {
    isAsking = wasAsking;
  }
  const wanted = [...missed];
  missed.clear();
  return wanted.length === 0 ? result : Promise.all(wanted.map((load) => load())).then(() => withLazyCode(act));
}

/** Whether what is asked for now will be loaded, and asked for once more. */
export function isAskingForCode(): boolean {
  return isAsking;
}
