/** A file name for a picture: words in Latin letters, digits and hyphens, at most 80 characters without the ending (`png`). */
export function pictureName(words: readonly string[], ending: string): string {
  const plain = words
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/[^a-z0-9]+/giu, '-')
    .toLowerCase();
  const name = plain.replace(/^-+/u, '').slice(0, 80).replace(/-+$/u, '');
  return `${name === '' ? 'timeline' : name}.${ending}`;
}
