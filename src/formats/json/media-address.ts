import { parseUrl } from '../../base/parse-url';

const MOST_PIECE_BYTES = 2_000_000;
/** Bytes of all pictures in a file. */
export const MOST_MEDIA_BYTES = 10_000_000;

const MEDIA_DATA = /^data:image\/(?:png|jpeg|webp|avif);base64,(?=[A-Za-z\d+/]+={0,2}$)/;

/** Bytes of a data URL's picture; 0 for an address. */
export function mediaBytes(src: string): number {
  if (!src.startsWith('data:')) return 0;
  const code = src.length - src.indexOf(',') - 1;
  return Math.floor((code * 3) / 4) - (src.endsWith('==') ? 2 : src.endsWith('=') ? 1 : 0);
}

/** Whether a picture in the file itself is as small as it has to be. */
export function isSmallEnough(src: string): boolean {
  return mediaBytes(src) <= MOST_PIECE_BYTES;
}

/**
 * Whether an address may be drawn: relative to the page, or a data URL of a picture. SVG is a document, which could load
 * what the page's policy knows nothing of.
 */
export function isMediaAddress(src: string): boolean {
  if (/^data:/i.test(src)) return MEDIA_DATA.test(src);
  const base = 'https://page.invalid/folder/';
  if (src === '' || src !== src.trim() || /^[a-z][a-z\d+.-]*:/i.test(src)) return false;
  const { host, protocol, pathname = '' } = parseUrl(src, base) ?? {};
  return host === 'page.invalid' && protocol === 'https:' && !/\.svgz?$/i.test(unescaped(pathname));
}

function unescaped(path: string): string {
  return path.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
