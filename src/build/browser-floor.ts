/**
 * The oldest browsers that the page, the library and the loader are for: docs/hosting.md says so to whoever puts one of
 * them online. More than two years back for all, and the iPhones that stop at iOS 16, whose last Safari is 16.6: what
 * 16.4 brought (`:dir()`, regular expressions that look behind, `@property`) is there on all of them.
 * tests/unit/build/browser-floor.test.ts holds scripts and stylesheets to it, tests/browser/older-browsers.test.ts runs
 * the page without all that is younger.
 */
export const BROWSER_FLOOR = { chrome: '120', edge: '120', firefox: '121', safari: '16.4', ios: '16.4' } as const;

/** The same as Vite's `build.target` names them: syntax that one of them can't read is written in older words. */
export const BROWSER_TARGET: string[] = Object.entries(BROWSER_FLOOR).map(([name, version]) => `${name}${version}`);
