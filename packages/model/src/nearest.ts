import { distance } from 'fastest-levenshtein'

/** The known name that a misspelt one most likely meant, if any is near enough to be worth saying, and at most so far; upper and lower case are alike. */
export function nearest(
  name: string,
  known: readonly string[],
  most: number = Number.POSITIVE_INFINITY,
): string | undefined {
  const reach = Math.min(most, name.length - 1, Math.max(2, Math.floor(name.length / 3)))
  const ranked = [...known].sort().map(one => ({ one, far: distance(name.toLowerCase(), one.toLowerCase()) }))
  const best = ranked.reduce((a, b) => (b.far < a.far ? b : a), { one: '', far: Number.POSITIVE_INFINITY })
  return best.far <= reach ? best.one : undefined
}

/** `; did you mean "x"?` or nothing: the tail of every message about an unknown name. */
export function didYouMean(name: string, known: readonly string[]): string {
  const best = nearest(name, known)
  return best === undefined ? '' : `; did you mean "${best}"?`
}
