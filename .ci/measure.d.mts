export type Measured = `page script, ${'chart' | 'list'}, ${'en' | 'ru' | 'ar' | 'fr'}` | 'style' | 'embed.js';

export const limits: Readonly<Record<Measured, number>>;

export function measure(dist: string): {
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
  readonly first: readonly string[];
  readonly lazy: readonly string[];
  readonly measured: Readonly<Record<Measured, number>>;
};

export function zipped(bytes: string | Uint8Array): number;
