/** The most characters of a value that are shown. */
const longest = 80

/** A value of a manifest on one line. */
export function valueText(value: unknown): string {
  if (value === undefined) return '(none)'
  return cut(
    typeof value === 'string' && /^[\w./:@*-]+$/.test(value) ? value : JSON.stringify(value),
    longest,
  )
}

/** A text of at most so many characters. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
