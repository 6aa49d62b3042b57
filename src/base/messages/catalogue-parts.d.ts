declare module '*en-opening' {
  const words: Readonly<Partial<Record<import('./en').MessageKey, import('../translate').Message>>>;
  export default words;
}

declare module '*-opening' {
  const messages: readonly import('../translate').Message[];
  export default messages;
}

declare module '*-further' {
  const words: Readonly<Partial<Record<import('./en').MessageKey, import('../translate').Message>>>;
  export default words;
}
