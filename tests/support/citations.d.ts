declare module '@citation-js/core' {
  /** A parsed list of references, as CSL-JSON. */
  export class Cite {
    constructor(data: string, options?: { readonly forceType?: string });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module 'jsonld' {
  interface RemoteDocument {
    readonly contextUrl?: string;
    readonly documentUrl: string;
    readonly document: unknown;
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
  }
  export function expand(document: object, options: Options): Promise<readonly Readonly<Record<string, unknown>>[]>;
  export function toRDF(document: object, options: Options & { readonly format: string }): Promise<string>;
}
