/** A text of any length as a message can quote it. */
export function abridged(text: string, most = 60): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
