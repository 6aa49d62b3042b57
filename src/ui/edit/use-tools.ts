import { lazyCode } from '../../base/lazy-code';
import type { LazyCode } from '../../base/lazy-code';
import type { WriteServices } from '../context/desk';
import { usePageServices } from '../context/page-services';
import { useLazy } from '../context/use-lazy';

type CellTools = NonNullable<ReturnType<WriteServices['cells']['now']>>;

const NOWHERE: LazyCode<never> = lazyCode(() => Promise.reject(new Error('nothing is written here')));

function useWriting(): WriteServices | undefined {
  return usePageServices().writing?.services.now();
}

/** Fields as texts; undefined until they have come. */
export function useCellTools(): CellTools | undefined {
  const services = useWriting();
  return useLazy<CellTools>(services?.cells ?? NOWHERE, services !== undefined);
}
