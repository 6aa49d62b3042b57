import type { Plugin } from 'vite';

/** The modules whose schemas carry descriptions, for the JSON Schema made from them. */
const SCHEMA = /[\\/]src[\\/]formats[\\/]json[\\/]schema(?:-fields)?\.ts$/;

/**
 * Leaves the descriptions of fields out of the page: they are for data/dataset.schema.json, and a page that reads a
 * file has no use for them.
 */
export function dropDescriptions(): Plugin {
  return {
    name: 'drop-descriptions',
    apply: 'build',
    enforce: 'pre',
    transform: { filter: { id: SCHEMA }, handler: (code) => ({ code: withoutSentences(code), map: null }) },
  };
}

/**
 * Empties the single-quoted strings that hold a space: in those modules they are sentences, all others words and keys.
 */
export function withoutSentences(code: string): string {
  return code.replace(/'(?:[^'\\\n]|\\.)*'/g, (literal) => (literal.includes(' ') ? "''" : literal));
}
