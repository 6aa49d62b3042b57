/** What no system allows in the name of a file, and blanks. */
const NOT_IN_NAMES = /[\s<>:"/\\|?*\p{Cc}]+/gu;

/** A name for a file, of a title or another file's name: without its ending, at most 80 characters. */
export function plainFileName(name: string): string {
  const plain = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(NOT_IN_NAMES, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return plain === '' ? 'timeline' : plain;
}

/** `lake-talks.csv` as a title: `Lake talks`; a name without any word in it as it is. */
export function titleOfFile(name: string): string {
  const words = name
    .replace(/(?:\.[a-z0-9]{1,8}){1,2}$/i, '')
    .replaceAll(/[-_\s]+/g, ' ')
    .trim();
  return words === '' ? name : `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`;
}

export function fileText(text: string, name: string, type: string): File {
  return new File([text], name, { type: `${type};charset=utf-8` });
}
