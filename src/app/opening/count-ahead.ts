import { makeSlices } from '../../base/slices';
import type { SliceOptions } from '../../base/slices';
import type { Translate } from '../../base/translate';
import type { ReadOptions, ReadProgress, Reading } from '../../formats/reader';
import type { TableFindings } from '../../formats/table/findings';
import type { LoadProblem } from '../../model/load-problem';
import type { Rejection } from '../../model/rejection';
import type { ColumnTable } from '../../model/table-of-columns';
import { makeTableBuilder } from '../../model/table-builder';
import type { Prepare } from '../loading/read-in-slices';

/** What has been read so far, where nothing of it is shown. */
export interface Ahead {
  readonly done: number | undefined;
  readonly events: number;
  readonly findings: TableFindings | undefined;
  readonly rejections: readonly Rejection[];
}

/** All that came of it, ready to be shown. */
export interface ReadAhead extends Ahead {
  /** Undefined where there is no event in it. */
  readonly made: ColumnTable | undefined;
  /** Why it ended before its end. */
  readonly problem: LoadProblem | undefined;
}

interface AheadOptions {
  readonly t: Translate;
  /** Nothing of it is wanted any more: rejects with its reason. */
  readonly signal: AbortSignal;
  readonly prepare: readonly Prepare[];
  /** Told at most ten times a second. */
  readonly heard: (ahead: Ahead) => void;
  readonly slices?: Omit<SliceOptions, 'signal'>;
}

/**
 * Reads files in slices, so that what would come of them is counted while somebody looks at the plan; what is then opened
 * has been read already.
 */
export async function readAhead(
  { reader, files, plan }: Reading,
  { t, signal, prepare, heard, slices: given }: AheadOptions,
): Promise<ReadAhead> {
  const slices = makeSlices({ ...given, signal });
  const into = makeTableBuilder();
  const onProgress = async ({ done, rejections, findings }: ReadProgress): Promise<void> => {
    slices.tell(() => heard({ done, events: into.size(), findings: findings?.(), rejections: rejections() }));
    await slices.breathe();
  };
  const options: ReadOptions = { t, into, signal, stop: new AbortController().signal, onProgress };
  const { rejections, problem, findings } = await reader.read(files, plan, options);
  signal.throwIfAborted();
  const events = into.size();
  if (events === 0) return { done: 1, events, findings, rejections, problem, made: undefined };
  const { table, rejections: others } = await slices.run(into.build());
  for (const one of prepare) {
    await slices.breathe();
    const steps = one(table);
    if (steps !== undefined) await slices.run(steps);
  }
  const all = [...rejections, ...others];
  return { done: 1, events, findings, rejections: all, problem, made: { table, rejections: all } };
}

/** A reader that also tells what reading a table has found out: at most ten times a second, and at the end. */
export function findingOut(
  reader: Reading['reader'],
  heard: (findings: TableFindings) => void,
  given?: Omit<SliceOptions, 'signal'>,
): Reading['reader'] {
  return {
    read: async (files, plan, options) => {
      const slices = makeSlices({ ...given, signal: options.signal });
      const outcome = await reader.read(files, plan, {
        ...options,
        onProgress: (progress) => {
          const { findings } = progress;
          if (findings !== undefined) slices.tell(() => heard(findings()));
          return options.onProgress(progress);
        },
      });
      if (outcome.findings !== undefined) heard(outcome.findings);
      return outcome;
    },
  };
}
