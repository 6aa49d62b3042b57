/** Of both elements: the view, in the words of the address, and how it is shown. All are texts, as attributes are. */
export interface TimelineAttributes {
  readonly src?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly scale?: string | undefined;
  readonly group?: string | undefined;
  readonly order?: string | undefined;
  readonly expanded?: string | undefined;
  readonly actors?: string | undefined;
  readonly countries?: string | undefined;
  readonly roles?: string | undefined;
  readonly types?: string | undefined;
  readonly tones?: string | undefined;
  readonly match?: string | undefined;
  readonly q?: string | undefined;
  readonly event?: string | undefined;
  readonly actor?: string | undefined;
  readonly compare?: string | undefined;
  readonly pair?: string | undefined;
  readonly sort?: string | undefined;
  readonly view?: string | undefined;
  readonly theme?: 'auto' | 'light' | 'dark' | 'contrast' | undefined;
  readonly hide?: string | undefined;
  readonly lock?: string | undefined;
  readonly lang?: string | undefined;
  readonly gestures?: string | undefined;
  readonly motion?: string | undefined;
  readonly allow?: string | undefined;
}

/** Of `<diplomatic-timeline>`. */
export interface FrameAttributes extends TimelineAttributes {
  /** What a screen reader calls it. */
  readonly label?: string | undefined;
  readonly set?: string | undefined;
  readonly data?: string | undefined;
}

/** Of `<diplomatic-timeline-inline>`. */
export interface InlineAttributes extends TimelineAttributes {
  readonly height?: 'fill' | 'content' | undefined;
}
