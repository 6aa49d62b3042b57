/**
 * A message: one text, or one a plural category (CLDR) of `n`, or of the parameter named by `by`; `=1` stands for that
 * number alone. `{name}` stands for a parameter.
 */
export type Message =
  | string
  | (Readonly<{ other: string; by?: string }> & Readonly<Partial<Record<PluralCase, string>>>);
type PluralCase = Intl.LDMLPluralRule | `=${number}`;
