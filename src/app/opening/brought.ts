import type { OpenServices } from '../../ui/open/open-services';

/** What somebody dropped or pasted, as far as the browser says it at once. */
export interface Brought {
  readonly how: 'drop' | 'paste';
  readonly files: readonly { readonly file: File | null; readonly isFolder: boolean }[];
  /** Each empty where there is none. */
  readonly text: string;
  readonly html: string;
  /** `text/uri-list`: addresses of links and pictures. */
  readonly addresses: string;
}

/** What the door leads to. */
export interface Opening extends OpenServices {
  /** Something is dragged over the timeline, or no longer. */
  readonly over: (isOver: boolean) => void;
  readonly take: (brought: Brought) => void;
  /** Asks for a file. */
  readonly ask: () => void;
  readonly leave: () => void;
}
