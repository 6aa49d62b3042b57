/** Words of the picture as a file, of the page without scripts and of what is printed. */
export const pictureMessages = {
  'picture.events': { one: '{n} event', other: '{n} events' },
  'picture.shownOf': '{shown} of {n} events',
  'picture.range': '{from} to {to}',
  'picture.desc': '{range}. {events}. Rows: {lanes}.',
  'picture.descMore': '{range}. {events}. Rows: {lanes} and {n} more.',
  'picture.moreRows': { one: '{n} more row is not in this picture', other: '{n} more rows are not in this picture' },
} as const;
