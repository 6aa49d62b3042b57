/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Reading begins after the click; a minute is far more than it takes to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
