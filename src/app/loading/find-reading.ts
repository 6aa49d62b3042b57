import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import { lazyCode } from '../../base/lazy-code';
import { JSON_FORMAT } from '../../formats/json/json-reader';
import type { Format, Plan, Reader, Reading, SurveyOptions } from '../../formats/reader';
import type { SourceFile } from '../../formats/source-file';
import type { LoadProblem } from '../../model/load-problem';

const REGISTRY = lazyCode(() =>
  import('../../formats/registry').then(({ foreignFileOf, formatsOf, isPacked }) => ({
    foreignFileOf,
    formatsOf,
    isPacked,
  })),
);

const PACKED = lazyCode(() => import('./read-packed').then(({ readingOfPacked }) => readingOfPacked));

export interface FindOptions extends SurveyOptions {
  /** Somebody is there whom open questions can be put to: then a table whose columns mean nothing yet is a plan, too. */
  readonly canAsk?: boolean;
}

/** A reading, with the name of its format, and what can look at the files once more. */
export interface FoundReading extends Reading {
  readonly reader: Reader;
  readonly format: string;
}

type Asked = Pick<Format, 'now' | 'load' | 'name'>;

/**
 * What reads a file, and the further ones of the same drop, or why nothing does. Our own JSON is known by its first
 * bytes, and its reader is here; what tells the other formats apart isn't.
 */
export function findReading(
  files: readonly [SourceFile, ...SourceFile[]],
  options: FindOptions,
): Awaitable<FoundReading | LoadProblem> {
  const [file] = files;
  return andThen(file.head(), (head) => {
    if ('kind' in head) return head;
    if (JSON_FORMAT.recognise(head) === 'certain') return surveyed([JSON_FORMAT], files, options);
    return REGISTRY.load().then(({ foreignFileOf, formatsOf, isPacked }) => {
      if (isPacked(head)) return unpacked(files, options);
      const foreign = foreignFileOf(head);
      if (foreign === undefined) return surveyed(formatsOf(head), files, options);
      // What is still coming of it is wanted by nobody.
      return andThen(file.open(Infinity), (parts): LoadProblem => {
        if (!('kind' in parts)) parts.close();
        return { ...foreign, source: file.name };
      });
    });
  });
}

/** What is in a packed file is read as if it had been given itself. */
function unpacked(
  [file, ...others]: readonly [SourceFile, ...SourceFile[]],
  options: FindOptions,
): Promise<FoundReading | LoadProblem> {
  return PACKED.load().then((readingOfPacked) =>
    readingOfPacked(file, { ...options, stop: options.signal }, (part) => findReading([part, ...others], options)),
  );
}

/**
 * Asks one format after the other. One whose plan can't be read as long as nobody has answered its questions is passed
 * over, where there is nobody to put them to; what the last one, our own JSON, says is what a reader is told.
 */
function surveyed(
  [format, ...others]: readonly Asked[],
  files: readonly [SourceFile, ...SourceFile[]],
  options: FindOptions,
): Awaitable<FoundReading | LoadProblem> {
  if (format === undefined) return { kind: 'wrong-shape', source: files[0].name, detail: '' };
  return andThen(format.now() ?? format.load(), (reader) =>
    andThen(reader.survey(files, options), (survey) => {
      if (survey !== undefined && !survey.ok) return survey.problem;
      if (survey !== undefined && (options.canAsk === true || canRead(survey.plan)))
        return { reader, files, plan: survey.plan, format: survey.plan.format ?? format.name };
      return surveyed(others, files, options);
    }),
  );
}

/** Nothing is open, or what is open has been guessed: that is read as it is, and told. */
export function canRead(plan: Plan & { readonly mapping?: unknown }): boolean {
  return plan.questions.length === 0 || plan.mapping !== undefined;
}
