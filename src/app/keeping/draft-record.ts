import type { Face } from '../../ui/context/desk';
import type { DraftOrigin } from '../../ui/context/draft-origin';
import { FACES } from '../../ui/context/desk';
import type { EditAbout } from '../../model/edit/edit';

/** An earlier state of a draft. Its text is kept apart. */
export interface VersionHead {
  /** Of this version, among those of its draft: 1, 2 ... */
  readonly number: number;
  /** When the draft was brought into this state, ms of `Date.now()`. */
  readonly at: number;
  /** What had been done then, in the words of that day. */
  readonly words: string;
  readonly events: number;
  /** Of its text, UTF-8. */
  readonly bytes: number;
}

/** What is told of a draft that is kept, without its text. */
export interface DraftHead {
  /** Of this layout of records; a greater one is of a later program. */
  readonly layout: 1;
  readonly id: string;
  readonly title: string;
  readonly origin: DraftOrigin;
  readonly face: Face;
  readonly events: number;
  readonly withSource: number;
  readonly changedAt: number;
  /** What was done last. */
  readonly words: string;
  readonly did: EditAbout['did'];
  /** When the latest version was made; with none when the draft was kept first. */
  readonly versionAt: number;
  /** How often it has been written: who writes has to have seen the last one, or written it. */
  readonly turn: number;
  /** The tab that wrote last. */
  readonly writer: string;
  /** The file it was saved as, and which turn that was; undefined where it wasn't. */
  readonly file: { readonly name: string; readonly savedAt: number; readonly turn: number } | undefined;
  /** Of the text, UTF-8; versions and baseline not counted. */
  readonly bytes: number;
  readonly baselineBytes: number;
  /** The oldest first. */
  readonly versions: readonly VersionHead[];
}

/** Of one draft, beside what is there now. */
export const MOST_VERSIONS = 20;
const VERSION_EVERY_MS = 60_000;
/** So soon after a version there is no other, whatever is done: somebody who deletes ten lines wants ten undos. */
const VERSION_APART_MS = 10_000;

/** What somebody may look for by its name: before and after it a version is worth having. */
const NAMED: ReadonlySet<EditAbout['did']> = new Set([
  'paste',
  'settle',
  'delete',
  'rename-actor',
  'merge-actors',
  'revert',
  'restore',
  'elsewhere',
]);

/**
 * Whether the state that is kept becomes a version before another takes its place: after a minute's work, and around
 * what has a name.
 */
export function isVersionDue({ versionAt, did }: DraftHead, next: EditAbout['did'], now: number): boolean {
  const since = now - versionAt;
  return (
    since >= VERSION_EVERY_MS ||
    next === 'restore' ||
    (since >= VERSION_APART_MS && (NAMED.has(next) || NAMED.has(did)))
  );
}

/** What a head says that a browser kept; undefined for what isn't one, or is of a later program. */
export function draftHeadOf(value: unknown): DraftHead | undefined {
  return isDraftHead(value) ? value : undefined;
}

function isDraftHead(value: unknown): value is DraftHead {
  if (!isRecord(value)) return false;
  const { layout, id, title, origin, face, words, did, writer, file, versions } = value;
  const counts = ['events', 'withSource', 'changedAt', 'versionAt', 'turn', 'bytes', 'baselineBytes'];
  return (
    layout === 1 &&
    [id, title, words, did, writer].every((each) => typeof each === 'string') &&
    counts.every((name) => Number.isFinite(value[name])) &&
    FACES.some((each) => each === face) &&
    isOrigin(origin) &&
    (file === undefined || (isRecord(file) && typeof file['name'] === 'string' && Number.isFinite(file['savedAt']))) &&
    Array.isArray(versions) &&
    versions.every(isVersionHead)
  );
}

function isVersionHead(value: unknown): value is VersionHead {
  if (!isRecord(value)) return false;
  return (
    typeof value['words'] === 'string' &&
    ['number', 'at', 'events', 'bytes'].every((name) => Number.isFinite(value[name]))
  );
}

function isOrigin(value: unknown): value is DraftOrigin {
  if (!isRecord(value)) return false;
  const { from, title, name } = value;
  if (from === 'shipped') return typeof title === 'string';
  if (from === 'file') return typeof name === 'string';
  return from === 'new' || from === 'link' || from === 'page';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
