import type { Refusal } from '../../ui/open/open-services';
import type { Brought } from './brought';
import { withLinks } from './pasted-table';

/** Files to be looked at; `text` is that of a paste or of dropped words, in their place. */
export interface ToLookAt {
  readonly files: readonly File[];
  readonly text: string | undefined;
}

/** What somebody brought, or why it is nothing to look at. Files go before words: a browser gives both of a picture. */
export function whatIsIn({ files, text, html, addresses }: Brought): ToLookAt | Refusal {
  const whole = files.flatMap(({ file, isFolder }) => (file === null || isFolder ? [] : [file]));
  if (whole.length > 0) return { files: whole, text: undefined };
  const folder = files.find(({ isFolder }) => isFolder);
  if (folder !== undefined) return { about: 'folder', name: folder.file?.name ?? '' };
  const words = text.trim();
  if (words === '') return { about: addresses.trim() === '' ? 'nothing' : 'link', name: addresses.trim() };
  if (isAddress(words)) return { about: 'link', name: words };
  if (!mayBeData(words)) return { about: 'no-data', name: words };
  return { files: [], text: withLinks(text, html) };
}

/** One address and nothing else. */
function isAddress(words: string): boolean {
  return /^(?:https?|ftp|file):\S+$/i.test(words);
}

/** A digit or a bracket at the beginning, or several lines: less than that is a word that somebody had copied. */
function mayBeData(words: string): boolean {
  if (/^[{[<]/.test(words) || words.startsWith('BEGIN:')) return true;
  const lines = words.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return lines.length > 1 || /\d{4}.*[:\t;,|]/.test(words);
}
