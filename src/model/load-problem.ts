/** Why a dataset could not be shown, with the facts a person needs to act. Shown in the page; what was there stays. */
export interface LoadProblem {
  readonly kind:
    | 'missing'
    | 'network'
    | 'not-json'
    | 'newer-version'
    | 'no-events'
    | 'no-column'
    /** A table in which nothing looks like a date; its columns are the detail. */
    | 'no-dates'
    /** A file that its community knows, and that holds no events; `detail` says so in its words. */
    | 'not-events'
    | 'wrong-shape'
    | 'not-allowed'
    | 'no-fetch'
    | 'no-leave'
    | 'no-code'
    /** Something was thrown on the way. */
    | 'broken'
    | 'too-large'
    /** What the host says: not to this page; an error of its own; somewhere else. */
    | 'forbidden'
    | 'server'
    | 'redirected'
    /** What the file is instead (formats/foreign-file.ts). */
    | 'empty'
    | 'web-page'
    | 'archive'
    /** Packed, or a spreadsheet, and broken or under a password. */
    | 'damaged'
    | 'protected'
    | 'other-kind'
    | 'encoding'
    /** A timeline that an address claims to carry: of a newer version, without its end, changed, too much. */
    | 'link-newer'
    | 'link-cut'
    | 'link-damaged'
    | 'link-swollen';
  /** The file or address asked for. */
  readonly source: string;
  /** Status, position, version ...: whatever was found. */
  readonly detail: string;
}
