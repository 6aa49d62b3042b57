/** Where a timeline that is written came from. */
export type DraftOrigin =
  | { readonly from: 'new' }
  /** A set that ships with the page; the draft is a copy. */
  | { readonly from: 'shipped'; readonly title: string }
  /** A file of the reader's own. */
  | { readonly from: 'file'; readonly name: string }
  /** A link that carried it. */
  | { readonly from: 'link' }
  /** What a host page, or a saved page, holds. */
  | { readonly from: 'page' };
