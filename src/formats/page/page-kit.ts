/** What a saved page is made of besides its data: texts that the build makes (build/page-kit.ts). ASCII all of them. */
export interface PageKit {
  /** The page's program as one classic script. */
  readonly program: string;
  readonly style: string;
  /** The content security policy that knows these two by their hashes, and nothing else. */
  readonly policy: string;
  /** The messages of all languages, packed (base/messages/packed-words.ts). */
  readonly words: string;
  /** The script of host pages that embed the page. */
  readonly loader: string;
  /** The page's icon, an SVG document. */
  readonly icon: string;
  /** The licences of what is bundled. */
  readonly licences: string;
}
