import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import type { SizedParts } from '../file-of-bytes';
import { PACKED_LIMITS } from '../packed/packed-limits';
import { allBytes } from '../packed/unpacked';
import { readZipDirectory } from '../packed/zip-directory';
import type { ZipEntry } from '../packed/zip-directory';
import { openZipPart } from '../packed/zip-part';
import type { SourceFile } from '../source-file';
import { eachWindow, makeXmlReading } from './read-xml';
import type { XmlListener } from './read-xml';

/** The parts of a spreadsheet's file, by their names. */
export interface ZipParts {
  readonly has: (name: string) => boolean;
  /** Opens one to be unpacked; damaged where there is none. */
  readonly open: (name: string) => SizedParts | LoadProblem;
  /** Reads one to its end, in slices; gives what is wrong with it. */
  readonly readXml: (name: string, listener: XmlListener) => Promise<LoadProblem | undefined>;
  /** A problem of this file, in a part of it. */
  readonly damaged: (part: string, line?: number, column?: number) => LoadProblem;
}

export interface PartsOptions {
  readonly t: Translate;
  readonly signal: AbortSignal;
  /** Lets the page have its turn now and then. */
  readonly breathe: () => Promise<void>;
}

/** The file's parts, all of it at hand but nothing unpacked. */
export async function zipParts(file: SourceFile, options: PartsOptions): Promise<ZipParts | LoadProblem> {
  const { t, signal, breathe } = options;
  const zip = await allBytes(file, { t, signal });
  if ('kind' in zip) return zip;
  const entries = readZipDirectory(zip);
  if (typeof entries === 'string')
    return { kind: 'damaged', source: file.name, detail: t(`packed.${entries}`, { max: PACKED_LIMITS.entries }) };
  // Some programs write backslashes, and names in letters of another case than they say elsewhere.
  const known = new Map<string, ZipEntry>(entries.map((entry) => [plainName(entry.name), entry]));
  const damaged = (part: string, line?: number, column?: number): LoadProblem => ({
    kind: 'damaged',
    source: file.name,
    detail:
      line === undefined || column === undefined
        ? t('sheet.noPart', { part })
        : t('sheet.badXml', { part, where: t('position', { line, column }) }),
  });
  const open = (name: string): SizedParts | LoadProblem => {
    const entry = known.get(plainName(name));
    if (entry === undefined) return damaged(name);
    const parts = openZipPart(zip, entry, PACKED_LIMITS, t);
    return 'kind' in parts
      ? { ...parts, source: file.name }
      : { ...parts, next: () => toldOf(file.name, parts.next()) };
  };
  return {
    has: (name) => known.has(plainName(name)),
    open,
    damaged,
    readXml: async (name, listener) => {
      const parts = open(name);
      if ('kind' in parts) return parts;
      const xml = makeXmlReading(listener);
      const problem = await eachWindow(parts, xml.push, async () => {
        await breathe();
        return true;
      });
      xml.finish();
      const fault = xml.fault();
      return problem ?? (fault === undefined ? undefined : damaged(name, fault.line, fault.column));
    },
  };
}

function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

async function toldOf(
  source: string,
  part: Promise<Uint8Array | LoadProblem | undefined>,
): Promise<Uint8Array | LoadProblem | undefined> {
  const bytes = await part;
  return bytes !== undefined && 'kind' in bytes ? { ...bytes, source } : bytes;
}
