import type { Plugin } from 'vite';

/** Refuses when it is asked, and not when it is read: what it stands in with has other things to do. */
const STUB = `const refuse = () => Promise.reject(new Error('Only a page of its own can be saved'));
export const pageFiles = { saveAsPage: refuse, saveZip: refuse };`;

/**
 * Leaves out what saves pages, for scripts that show a timeline in somebody else's page: they have nothing to make one of
 * (build/page-kit.ts), and no button asks for it.
 */
export function noPageKit(): Plugin {
  return {
    name: 'no-page-kit',
    enforce: 'pre',
    load: {
      filter: { id: /[\\/]src[\\/]app[\\/]giving[\\/]page-files\.ts$/ },
      handler: () => ({ code: STUB, moduleType: 'js', map: null }),
    },
  };
}
