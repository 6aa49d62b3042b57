/** Words that only assistive technology is told. */
export const readerMessages = {
  'reader.panelWidth': { one: '{n} pixel wide', other: '{n} pixels wide' },
} as const;
