/** The most characters of a value that are shown. */
const longest = 80

/** A value of a manifest on one line, cut where it is long; nothing where the field is not there. */
export function valueText(value: unknown): string {
  if (value === undefined) return '(none)'
  const text = typeof value === 'string' && /^[\w./:@*-]+$/.test(value) ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
