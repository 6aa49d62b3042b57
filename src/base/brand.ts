declare const brand: unique symbol;

/** A primitive that can't be mixed up with another of the same shape. Costs nothing at run time. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
