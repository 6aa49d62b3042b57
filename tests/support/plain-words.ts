/** Words in lower case without the signs around them, so that quotation marks and dashes make no difference. */
export function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
