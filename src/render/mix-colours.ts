/** `share` of a colour over another: of two `#rrggbb` one more, of CSS variables what the browser will mix. */
export function mixed(colour: string, ground: string, share: number): string {
  if (!colour.startsWith('#')) return `color-mix(in srgb, ${colour} ${Math.round(share * 100)}%, ${ground})`;
  const mix = [1, 3, 5].map((at) => Math.round(channel(colour, at) * share + channel(ground, at) * (1 - share)));
  return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channel(hex: string, at: number): number {
  return parseInt(hex.slice(at, at + 2), 16);
}
