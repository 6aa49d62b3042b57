/** Hands a file to whoever reads the page, as a download. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: file.name });
  link.click();
  // The browser has it by then, or is asking where to put it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
