/** Why a dataset could not be shown, with the facts a person needs to act. Shown in the page; what was there stays. */
export interface LoadProblem {
  readonly kind:
    | 'missing'
    | 'network'
    | 'not-json'
    | 'newer-version'
    | 'no-events'
    | 'no-column'
    | 'wrong-shape'
    | 'not-allowed'
    | 'no-fetch'
    | 'no-code'
    | 'broken'
    | 'too-large';
  /** The file or address asked for. */
  readonly source: string;
  /** Status, position, version ...: whatever was found. */
  readonly detail: string;
}
