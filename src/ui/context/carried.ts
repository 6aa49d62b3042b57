/** A timeline that came in the page's address, as its reader is told of it. */
export interface CarriedShown {
  /** What was being written when it came: its title, and how to go on with it. */
  readonly left: { readonly title: string; readonly back: () => void } | undefined;
}

/** What is known of timelines that came in the address. */
export interface CarriedDoor {
  /** Called after each change of what `carried` gives. Returns how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** Undefined where what is on screen didn't come so; the same object until something changes. */
  readonly carried: () => CarriedShown | undefined;
}

declare module './page-services' {
  interface PageServices {
    /** Undefined where no address is the page's own. */
    readonly carried?: CarriedDoor | undefined;
  }
}
