/**
 * The address, against `base` where it is relative; undefined where it is none. `URL.canParse` says the same, and isn't
 * there in all the browsers that the page is for (build/browser-floor.ts).
 */
export function parseUrl(address: string, base?: string | URL): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
