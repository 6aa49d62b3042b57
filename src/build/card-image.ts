import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CARD_PX } from './social-tags.ts';

/** The paper of the light theme. */
const CARD_GROUND = '#FCFCFA';

let ready: Promise<unknown> | undefined;

/**
 * An SVG as PNG, CARD_PX in size: by resvg as WebAssembly, with a font that comes as a package, so that every machine
 * draws the same bytes and none needs a browser. Both are asked for only here, when there is a picture to draw.
 */
export async function cardImage(svg: string): Promise<Uint8Array> {
  const { Resvg, initWasm } = await import('@resvg/resvg-wasm');
  const require = createRequire(import.meta.url);
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const fonts = [
    require.resolve('@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'),
    require.resolve('@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf'),
  ];
  const fontBuffers = fonts.map((file) => readFileSync(file));
  const drawing = new Resvg(svg, {
    font: { fontBuffers, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
    background: CARD_GROUND,
    fitTo: { mode: 'width', value: CARD_PX.width },
  });
  return drawing.render().asPng();
}
