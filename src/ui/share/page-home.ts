import { parseUrl } from '../../base/parse-url';

/** Stands in codes where nobody knows yet where the page will be. */
export const PLACEHOLDER_HOME = 'https://example.org/timeline/';

/**
 * An address of the page without query and hash; undefined for what no host page can load: a disk, a blob, no address
 * at all.
 */
export function homeOf(address: string): string | undefined {
  const url = parseUrl(address);
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) return undefined;
  url.search = '';
  url.hash = '';
  // A name and a password in an address are the reader's own.
  url.username = '';
  url.password = '';
  return url.href;
}

/** Names and numbers of this machine and of networks at home (RFC 1918, 4193, 6761). */
const PRIVATE_HOST =
  /^(?:localhost|.*\.localhost|.*\.local|127(?:\.\d+){3}|0\.0\.0\.0|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|\[::1\]|\[f[cd][\da-f:]*\]|\[fe80:[\da-f:]*\])$/u;

/**
 * Whether others can reach an address, as far as it can be told from how it is written: neither a disk nor a private
 * host.
 */
export function isPublic(address: string): boolean {
  const home = homeOf(address);
  return home !== undefined && !PRIVATE_HOST.test(new URL(home).hostname);
}
