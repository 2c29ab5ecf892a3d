/** `a, b, c`, or `a, b, c, d, e and 7 more` where there are more than anybody reads. */
export function someOf(words: readonly string[], most = 5): string {
  const rest = words.length - most
  return rest < 2 ? words.join(', ') : `${words.slice(0, most).join(', ')} and ${rest} more`
}
