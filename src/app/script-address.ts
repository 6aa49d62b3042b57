/**
 * Whether code may put a script with this address into the page: only files of the build, in its own two folders. Held
 * against the whole of it. The page's policy lets its opening script pass its trust on ('strict-dynamic'), so that this
 * is what stops an element that somebody's words smuggled into the page. No step up, nor anything that a server could
 * take for one: of what `encodeURIComponent` writes, neither `.`, `/` nor `\`.
 */
export function isScriptAddress(address: string | null): boolean {
  return /^\.\/(?:assets|data)\/(?:[\w.~!*'()-]|%(?!2[EF]|5C)[2-9A-F][\dA-F])+\.js$/.test(address ?? '');
}

/**
 * A script element that loads what an inert one names; the caller listens, and puts it into the document. Cloned, since
 * trusted types forbid setting an address from code. Undefined for an address that isn't the build's. Its letters are
 * UTF-8, whatever the page is sent as.
 */
export function scriptFrom(inert: HTMLScriptElement): HTMLScriptElement | undefined {
  if (!isScriptAddress(inert.getAttribute('src'))) return undefined;
  const script = document.importNode(inert, true);
  script.charset = 'utf-8';
  return script;
}
