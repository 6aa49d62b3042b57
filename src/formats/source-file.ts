import type { Awaitable } from '../base/awaitable';
import type { LoadProblem } from '../model/load-problem';

/** So many bytes a format is recognised by, all of most files; a reader of a head looks at no more than it needs. */
export const HEAD_BYTES = 1_000_000;

/**
 * A file as readers of formats see it; where its bytes come from (a text, a drop, a host) is for whoever made it to
 * know. The world failing is a LoadProblem. What is at hand is given without a pause.
 */
export interface SourceFile {
  /** What a reader of the page calls it. Says nothing of the format, and only tells files of one drop apart. */
  readonly name: string;
  /** The first HEAD_BYTES, fewer only where the file has no more. */
  readonly head: () => Awaitable<Uint8Array | LoadProblem>;
  /** All of it, as UTF-8. A file that says it has more than `mostBytes` isn't read. */
  readonly text: (mostBytes: number) => Awaitable<string | LoadProblem>;
  /** The same part by part. Once more for a second reading, which a stream hasn't got in it: then it is a problem. */
  readonly open: (mostBytes: number) => Awaitable<TextParts | LoadProblem>;
  /** The same as bytes. */
  readonly bytes: (mostBytes: number) => Awaitable<ByteParts | LoadProblem>;
  /** A file by its address from this one's; the host isn't asked for it before somebody reads it. */
  readonly beside: (address: string) => Awaitable<SourceFile>;
}

/** Bytes that are being read part by part. */
export interface ByteParts {
  /** The next ones; undefined at the end and once reading was stopped, or why there are no more. */
  readonly next: () => Promise<Uint8Array | LoadProblem | undefined>;
  /** Share that was read, 0 to 1; undefined where nobody says how long it is. */
  readonly done: () => number | undefined;
  /** Lets go of it before its end. */
  readonly close: () => void;
}

/** A text that is being read part by part. */
export interface TextParts {
  /** The next part; undefined at the end and once reading was stopped, or why there is no more. */
  readonly next: () => Promise<string | LoadProblem | undefined>;
  /** Share that was read, 0 to 1; undefined where nobody says how long it is. */
  readonly done: () => number | undefined;
  /** Lets go of it before its end. */
  readonly close: () => void;
}
