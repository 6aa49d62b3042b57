/**
 * Whether a hash leads to a timeline of a reader's own (one that it carries, a new one, one that this browser keeps) in
 * the place of what the page holds. That of a file which was open in one tab alone leads nowhere.
 */
export function isOwnAddress(hash: string): boolean {
  return /[#&](?:t=|new\b|tab=(?!file\b))/.test(hash);
}

export function showWritten(): void {
  delete document.documentElement.dataset['own'];
}
