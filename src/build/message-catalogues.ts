import type { Plugin } from 'vite'
import { compileMessages } from '../base/messages/compile-messages.ts'

/**
 * Compiles the catalogues, base/messages/<language>.json in ICU MessageFormat, wherever one is imported: no parser reaches the page.
 * Needed by everything that Vite bundles or runs of src; without it the page would show the source of its plurals.
 */
export function messageCatalogues(): Plugin {
  return {
    name: 'message-catalogues',
    enforce: 'pre',
    // As an object and not as a text in a text: half a kilobyte less, gzipped.
    config: () => ({ json: { stringify: false, namedExports: false } }),
    transform: {
      filter: { id: /\/base\/messages\/\w+\.json$/ },
      handler: (source) => ({ code: JSON.stringify(compileMessages(JSON.parse(source))), map: null }),
    },
  }
}
