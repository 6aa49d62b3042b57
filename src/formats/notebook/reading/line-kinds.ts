/** What a line is. */
export type LineKind =
  | 'title'
  | 'as-of'
  | 'lang'
  | 'event'
  | 'evidence'
  | 'summary'
  | 'field'
  | 'heading'
  | 'chapter'
  | 'note'
  | 'period'
  | 'media'
  | 'source'
  | 'actor'
  | 'comment'
  | 'blank'
  | 'unread';

/** Kinds of record that lines can belong to. `head` is what the dataset says of itself: title, as-of day, language ... */
export type OwnerKind = 'head' | 'event' | 'chapter' | 'note' | 'period' | 'source' | 'actor';
