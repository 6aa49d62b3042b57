/** An SVG document as the address of a picture. As `data:` and not `blob:`: drawn from a page without an origin of its own, a blob would taint the canvas. */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** Draws an SVG document on a canvas, `scale` device px to each of its own, and gives the PNG. Rejects where the browser can't: too large, or no canvas. */
export async function pngOf(
  { svg, widthPx, heightPx }: { readonly svg: string; readonly widthPx: number; readonly heightPx: number },
  scale: number,
): Promise<Blob> {
  const image = new Image();
  image.src = svgAddress(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(widthPx * scale);
  canvas.height = Math.round(heightPx * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error(`${canvas.width} × ${canvas.height} px`)) : resolve(blob)),
      'image/png',
    );
  });
}

/** Hands a file to the browser to be saved. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Reading begins after the click; a minute is far more than it takes to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
