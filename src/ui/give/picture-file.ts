/**
 * A file name for a picture: words in Latin letters, digits and hyphens, at most 80 characters without the ending
 * (`png`).
 */
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

/**
 * An SVG document as the address of a picture. As `data:` and not `blob:`: drawn from a page without an origin of its
 * own, a blob would taint the canvas.
 */
export function svgAddress(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/** An SVG document and its size, CSS px. */
export interface Drawn {
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A canvas, device px, and how it is filled where the picture doesn't. */
export interface Sheet {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly ground: string;
}

/** As many px as the smallest canvas of today's browsers holds (Safari on phones). */
export const MOST_PX = 16_777_216;

/**
 * The picture as large as it is, times `scale`. Rejects where the browser can't: too large, or no canvas.
 */
export function pngOf(drawn: Drawn, scale: number): Promise<Blob> {
  const { widthPx, heightPx } = drawn;
  return painted(drawn, { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale), ground: '' });
}

/** The same in the middle of a sheet, as large as that lets it be. */
export function pngOn(drawn: Drawn, sheet: Sheet): Promise<Blob> {
  return painted(drawn, sheet);
}

async function painted({ svg, widthPx, heightPx }: Drawn, sheet: Sheet): Promise<Blob> {
  const image = new Image();
  image.src = svgAddress(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = sheet.widthPx;
  canvas.height = sheet.heightPx;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  if (sheet.ground !== '') {
    context.fillStyle = sheet.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  const scale = Math.min(canvas.width / widthPx, canvas.height / heightPx);
  const [width, height] = [widthPx * scale, heightPx * scale];
  context.drawImage(image, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error(`${canvas.width} × ${canvas.height} px`)) : resolve(blob)),
      'image/png',
    );
  });
}
