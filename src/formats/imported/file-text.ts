import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import type { LoadProblem } from '../../model/load-problem';
import { MOST_JSON_BYTES } from '../json/read-dataset';
import type { SourceFile } from '../source-file';
import { findEncoding } from '../table/survey/encodings';
import { latinHead } from './latin-head';

/** A file's text, and the encoding that it was read in where that isn't UTF-8. */
export interface FileText {
  readonly text: string;
  /** Label of the Encoding standard. */
  readonly encoding: string | undefined;
}

/**
 * All of a file as text: UTF-8 where it is valid as that, at once where it is at hand; else what an XML declaration or a
 * byte order mark says, or the encoding whose letters it has most of.
 */
export function textOfFile(file: SourceFile): Awaitable<FileText | LoadProblem> {
  return andThen(file.head(), (head) => {
    if ('kind' in head) return head;
    const { encoding } = findEncoding(head);
    if (encoding !== 'utf-8') return decoded(file, declared(head) ?? encoding);
    return andThen(file.text(MOST_JSON_BYTES), (text) =>
      typeof text === 'string' ? { text: text.replace(/^\uFEFF/, ''), encoding: undefined } : text,
    );
  });
}

/** `<?xml version="1.0" encoding="windows-1250"?>`, where there is such an encoding. */
function declared(head: Uint8Array): string | undefined {
  const label = /^<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(latinHead(head))?.[1];
  if (label === undefined || /^utf-?(?:8|16)/i.test(label)) return undefined;
  try {
    const decoder = new TextDecoder(label);
    return decoder.decode() === '' ? label.toLowerCase() : undefined;
  } catch {
    // RangeError for a label that nobody knows: a file's value, not our mistake.
    return undefined;
  }
}

async function decoded(file: SourceFile, encoding: string): Promise<FileText | LoadProblem> {
  const parts = await file.bytes(MOST_JSON_BYTES);
  if ('kind' in parts) return parts;
  const decoder = new TextDecoder(encoding);
  let text = '';
  for (;;) {
    const part = await parts.next();
    if (part === undefined) return { text: (text + decoder.decode()).replace(/^\uFEFF/, ''), encoding };
    if ('kind' in part) return part;
    text += decoder.decode(part, { stream: true });
  }
}
