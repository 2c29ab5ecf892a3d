// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/g

/** A text from a manifest, unable to steer the terminal or the log that shows it. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, '\uFFFD')
}
