/** What a regular expression is asked for; rules of the user's own have another engine than ours. */
export interface Pattern {
  test(text: string): boolean
}

export function patternOf(pattern: string | Pattern): Pattern {
  return typeof pattern === 'string' ? new RegExp(pattern) : pattern
}
