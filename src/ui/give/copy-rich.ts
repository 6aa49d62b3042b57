import { copyText } from '../kit/copy-text';

/**
 * Puts a table on the clipboard, as text and as HTML where the browser takes both. False where it keeps the page from it.
 * The promise is handed on before it settles: some browsers let a page copy only while a press of its reader's is fresh.
 */
export async function copyRich(cells: Promise<{ readonly text: string; readonly html: string }>): Promise<boolean> {
  if (typeof ClipboardItem !== 'function' || typeof navigator.clipboard?.write !== 'function')
    return copyText((await cells).text);
  const as = (type: 'text/plain' | 'text/html', take: (both: Awaited<typeof cells>) => string) =>
    cells.then((both) => new Blob([take(both)], { type }));
  try {
    const item = new ClipboardItem({
      'text/plain': as('text/plain', ({ text }) => text),
      'text/html': as('text/html', ({ html }) => html),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyText((await cells).text);
  }
}
