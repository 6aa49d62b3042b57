import { cleanText } from '../../base/clean-text';
import { htmlToText, isMarkup } from './html-text';
import type { ImportedEvent, ImportedSource } from './imported-event';

type Take = (text: string | undefined, markup: ImportedEvent['markup'], links: ImportedSource[]) => string | undefined;

/** Texts of a file's records, clean and without markup; where their links lead goes into `links`. */
export interface ImportedTexts {
  /** White space is made single; undefined for none. */
  readonly line: Take;
  /** With its line breaks. */
  readonly block: Take;
  /** Texts that markup was taken out of, and links that were kept as sources. */
  readonly counts: () => { readonly markup: number; readonly links: number };
}

export function makeImportedTexts(): ImportedTexts {
  let stripped = 0;
  let kept = 0;
  const plain: Take = (text, markup, links) => {
    if (text === undefined || text === '') return undefined;
    if (markup === 'none' || (markup === undefined && !isMarkup(text))) return text;
    // In a plain text with a tag here and there its line breaks are meant.
    const html = htmlToText(markup === 'html' ? text : text.replace(/\r\n?|\n/g, '<br>'));
    if (html.isMarkup) stripped += 1;
    kept += html.links.length;
    for (const { url, words } of html.links) links.push({ url, title: words });
    return html.text;
  };
  return {
    line: (text, markup, links) => {
      const words = cleanText(plain(text, markup, links) ?? '')
        .replace(/\s+/g, ' ')
        .trim();
      return words === '' ? undefined : words;
    },
    block: (text, markup, links) => {
      const words = cleanText((plain(text, markup, links) ?? '').replace(/\r\n?/g, '\n')).trim();
      return words === '' ? undefined : words;
    },
    counts: () => ({ markup: stripped, links: kept }),
  };
}
