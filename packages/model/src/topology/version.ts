/** True where release `version` came before `other`; both like `v1.5.1` or `3.5.1`, pre-release parts left out of account. */
export function isOlder(version: string, other: string): boolean {
  const [a, b] = [version, other].map(text => text.replace(/^v/, '').split(/[.+-]/).slice(0, 3).map(Number))
  for (const at of [0, 1, 2]) {
    const difference = (a?.[at] ?? 0) - (b?.[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
