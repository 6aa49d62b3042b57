import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LazyCode } from '../../base/lazy-code';
import { useLazyModules } from './lazy-modules';
import type { LazyModules } from './lazy-modules';

/**
 * The code if it is here, else undefined until it has been loaded; `wanted` begins that. What keeps it away is thrown,
 * for the nearest boundary, whose retry asks again.
 */
export function useLazy<Code>(code: LazyCode<Code>, wanted = true): Code | undefined {
  const { here, failure } = useLazyState(code, wanted);
  if (here === undefined && failure !== undefined) throw failure;
  return here;
}

interface CodeState<Code> {
  readonly here: Code | undefined;
  readonly failure: Error | undefined;
}

export function useLazyState<Code>(code: LazyCode<Code>, wanted: boolean): CodeState<Code> {
  const [outcome, setOutcome] = useState<{ readonly failure: Error | undefined }>();
  const here = useSyncExternalStore(code.subscribe, code.now);
  const isAwaited = wanted && here === undefined;
  useEffect(() => {
    if (!isAwaited) return undefined;
    let isGone = false;
    code
      .load()
      .then(
        () => undefined,
        (error: Error) => error,
      )
      .then((failure) => {
        if (!isGone) setOutcome({ failure });
      });
    return () => {
      isGone = true;
    };
  }, [code, isAwaited]);
  return { here, failure: outcome?.failure };
}

/** The same of a module of the page, by its name. */
export function useLazyModule<Name extends keyof LazyModules>(
  name: Name,
  wanted = true,
): LazyModules[Name] | undefined {
  return useLazy<LazyModules[Name]>(useLazyModules()[name], wanted);
}
