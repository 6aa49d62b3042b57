/** Attributes that a frame takes over by a message while it stands there: the view, in the words of the address. */
export const VIEW_ATTRIBUTES =
  'from to scale group order expanded actors countries roles types tones match q event actor compare pair sort view'.split(
    ' ',
  );
/** Those that set a page up: a change of these loads the frame anew. */
export const PAGE_ATTRIBUTES = 'src set data hide lock lang gestures motion label'.split(' ');
