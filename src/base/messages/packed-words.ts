import { WORDS_ID } from './words-element';
import type chunks from './message-chunks';

type Units = (typeof chunks)[string];
type Chunk = Awaited<ReturnType<NonNullable<Units[keyof Units]>>>['default'];
type Words = Readonly<Partial<Record<string, Readonly<Partial<Record<string, Chunk>>>>>>;

let words: Promise<Words> | undefined;

/**
 * The messages of a load unit in a saved page, which holds those of every language packed (build/message-catalogues.ts):
 * JSON, deflated (RFC 1951), in base64. Rejects where the browser can't unpack them.
 */
export async function packedWords(language: string, unit: string): Promise<{ readonly default: Chunk }> {
  words ??= unpack();
  return { default: (await words)[language]?.[unit] ?? {} };
}

async function unpack(): Promise<Words> {
  const packed = atob(document.querySelector(`#${WORDS_ID}`)?.textContent ?? '');
  const bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return JSON.parse(await new Response(text).text()) as Words;
}
