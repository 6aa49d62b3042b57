// What build/message-catalogues.ts makes of the catalogues.

declare module '*/en-opening' {
  const messages: Readonly<Partial<Record<import('./en').MessageKey, import('./message').Message>>>;
  export default messages;
}

declare module '*/message-chunks' {
  type Messages = Readonly<Partial<Record<import('./en').MessageKey, import('./message').Message>>>;

  /** By language and load unit. Where it is a list, the keys are those of the English unit, in their order. */
  const chunks: Readonly<
    Record<
      string,
      Readonly<
        Partial<
          Record<
            import('./units').LoadUnit,
            () => Promise<{ readonly default: Messages | readonly import('./message').Message[] }>
          >
        >
      >
    >
  >;
  export default chunks;
}

declare module '*/whole-catalogues' {
  /** By language: all its messages. */
  const catalogues: Readonly<
    Record<string, Readonly<Partial<Record<import('./en').MessageKey, import('./message').Message>>>>
  >;
  export default catalogues;
}
