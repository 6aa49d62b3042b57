import { runInSlices } from '../../base/slices';
import type { SliceOptions } from '../../base/slices';
import type { Steps } from '../../base/steps';
import type { Translate } from '../../base/translate';
import { DAMAGED } from './json-result';
import type { JsonResult } from './json-result';
import { loadWholeReader } from './load-reader';
import { parseInSteps } from './parse-in-steps';
import { JSON_RECOVERY, readDatasetInSteps } from './read-dataset';
import type { ReadResult } from './read-dataset';
import { invariant } from '../../base/invariant';
import type { RejectionList } from '../rejections';

/** Of all there is to do: parsing is a fifth as long as the reading of what was parsed. */
const PARSING = 0.2;

/**
 * As `readDataset`, in slices, with all code at hand that a file may ask for. `heard` is told the share done. Rejects with
 * the signal's reason, or with `CodeMissing`.
 */
export async function readLargeJson(
  text: string,
  name: string,
  t: Translate,
  options: SliceOptions,
  heard?: (share: number) => void,
): Promise<ReadResult> {
  await loadWholeReader();
  let isParsed = false;
  const steps = readDatasetInSteps(text, name, t, function* parse(source, list) {
    const result = yield* readJsonInSteps(source, list);
    isParsed = true;
    return result;
  });
  return runInSlices(steps, options, (share) => heard?.(isParsed ? PARSING + share * (1 - PARSING) : share * PARSING));
}

/**
 * JSON, strictly; where that fails, what can be saved a little at a time: of a text that breaks off all before that, and
 * of lists the entries that are sound. What is broken otherwise is recovered at once.
 */
export function* readJsonInSteps(text: string, list: RejectionList): Steps<JsonResult> {
  const recovery = JSON_RECOVERY.now();
  invariant(recovery, 'a large file is read before the code for broken ones is here');
  const { positionsIn, recoverJson, tellCut, tellLost } = recovery;
  const placeOf = positionsIn(text, list.t);
  const told = list.rejections.length;
  let isCut = false;
  try {
    const value = yield* parseInSteps(text, {
      damaged: (start) => {
        tellLost(text, start, 'left-out', list, placeOf);
        return DAMAGED;
      },
      cut: () => {
        isCut = true;
      },
    });
    if (isCut && !(value instanceof Object && Object.hasOwn(value, 'events')))
      return { ok: false, where: placeOf(text.trimEnd().length) };
    if (isCut) tellCut(text, list, placeOf);
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    list.rejections.length = told;
    return recoverJson(text, list);
  }
}
