/** A value, or the one line that tells the user why there is none. */
export type Result<T> =
  | { readonly value: T; readonly error?: never }
  | { readonly error: string; readonly value?: never }
