/** A value of a manifest on one line, of at most so many characters. */
export function valueText(value: unknown, longest = 80): string {
  if (value === undefined) return '(none)'
  const text = typeof value === 'string' && /^[\w./:@*-]+$/.test(value) ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
