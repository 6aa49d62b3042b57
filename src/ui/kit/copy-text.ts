import { withoutIsolates } from '../../base/translate';

/**
 * Puts a text on the clipboard. False where the browser keeps it from the page (a sandboxed frame, plain http, a
 * refusal): the reader then copies by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!('clipboard' in navigator)) return false;
  try {
    await navigator.clipboard.writeText(withoutIsolates(text));
    return true;
  } catch {
    return false;
  }
}
