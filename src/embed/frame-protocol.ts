/** Names the protocol and its version; both sides refuse any other. docs/embedding.md says what is said when. */
export const PROTOCOL = 'diplomatic-timeline/1';

/** The frame to its parent, by `postMessage` to `*`: it is there. Whoever the parent is learns nothing else. */
export interface Hello {
  readonly type: 'hello';
  readonly protocol: typeof PROTOCOL;
}

/** The host page's answer, with one MessagePort. All else goes over that. */
export interface Connect {
  readonly type: 'connect';
  readonly protocol: typeof PROTOCOL;
}

/** A view in the words of the address (`ViewParams`), instants as ms or null. */
export type MessageView = Readonly<Record<string, unknown>>;

export type Mover = 'reader' | 'host';

/** What the frame says over the port. */
export type FrameMessage =
  /** This port is the one: the frame listens to it from now on. */
  | { readonly type: 'connected' }
  /** There is a dataset on screen. */
  | { readonly type: 'ready'; readonly state: MessageView }
  /** CSS px that the content needs at the frame's width. */
  | { readonly type: 'height'; readonly height: number }
  /**
   * The view changed: by the reader's hand, or by a message of the host's own, which two linked ones mustn't tell each
   * other again.
   */
  | { readonly type: 'state'; readonly state: MessageView; readonly by: Mover }
  | { readonly type: 'select'; readonly id: string | null; readonly by: Mover }
  /** A dataset can't be used (`kind` of LoadProblem), or a message of the host's was refused (FaultKind). */
  | { readonly type: 'error'; readonly error: string; readonly detail: string }
  /**
   * The dataset on screen, in the form of its file: as it came, and whenever the reader has edited it. Only where the author
   * allows editing.
   */
  | { readonly type: 'dataset'; readonly dataset: object; readonly by: Mover }
  /** What has become of a `setDataset`: it is on screen, or not, because of `detail`. */
  | { readonly type: 'answer'; readonly id: number; readonly ok: boolean; readonly detail: string }
  /** The reader chose a link that leaves the page; the host opens it in a new tab, or doesn't. */
  | { readonly type: 'open-link'; readonly href: string };

/** What the host says over the port: values of a view as in a `state` message, or as the address writes them. */
export type HostMessage<View = MessageView> =
  | { readonly type: 'setState'; readonly state: View }
  | { readonly type: 'select'; readonly id: string | null }
  | { readonly type: 'setTheme'; readonly theme: 'auto' | 'light' | 'dark' | 'contrast' }
  /** A dataset in the place of the one on screen, of up to 25 MB; `id` is for the answer to say which was meant. */
  | {
      readonly type: 'setDataset';
      readonly dataset: string | object;
      readonly name?: string | undefined;
      readonly id?: number;
    };

/** Why a message of the host's was refused, or something in it left out. */
export type FaultKind = 'too-large' | 'too-many' | 'malformed' | 'unsupported';
