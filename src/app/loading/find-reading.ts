import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import { lazyCode } from '../../base/lazy-code';
import { JSON_FORMAT, jsonReading } from '../../formats/json/json-reader';
import type { FoundReading, SurveyOptions } from '../../formats/reader';
import type { SourceFile } from '../../formats/source-file';
import type { LoadProblem } from '../../model/load-problem';

const ANY_FORMAT = lazyCode(() => import('../../formats/find-reading').then((code) => code.findReading));

/**
 * What reads a file, or why nothing does. Our own JSON is known by its first bytes, and its reader is here; what tells
 * the other formats apart isn't.
 */
export function findReading(file: SourceFile, options: SurveyOptions): Awaitable<FoundReading | LoadProblem> {
  return andThen(file.head(), (head) => {
    if ('kind' in head) return head;
    if (JSON_FORMAT.recognise(head) === 'certain') return jsonReading(file, options);
    return ANY_FORMAT.load().then((findAny) => findAny([file], options));
  });
}
