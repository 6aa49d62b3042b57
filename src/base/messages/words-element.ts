/** The id of the element of a saved page that holds the messages of every language (packed-words.ts). */
export const WORDS_ID = 'page-words';
