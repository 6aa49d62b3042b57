/**
 * What a host page's code calls the loader of the element. The number goes up where the element's attributes, events or
 * methods change in a way that an article would notice; the build keeps the files of former numbers.
 */
export const LOADER_FILE = 'embed@1.js';
