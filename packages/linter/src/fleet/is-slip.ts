/**
 * True for a name that nobody chose: it is another but for two letters that changed places, one too many or one too few, within a word
 * that is long enough not to become another word so.
 */
export function isSlip(written: string, meant: string): boolean {
  // Most names are no slips of each other, and their lengths tell it.
  if (written === meant || Math.abs(written.length - meant.length) > 1) return false
  const [ours, theirs] = [wordsOf(written), wordsOf(meant)]
  const odd = ours.flatMap((word, index) => (word === theirs[index] ? [] : [[word, theirs[index]] as const]))
  const [[one = '', other = ''] = []] = odd
  if (odd.length !== 1 || ours.length !== theirs.length) return false
  if (!/^[a-z]{6,}$/.test(one) || !/^[a-z]{6,}$/.test(other)) return false
  if (one.length === other.length) return isSwapped(one, other)
  return one.length > other.length ? hasOneMore(one, other) : hasOneMore(other, one)
}

/** Words and what stands between them. */
function wordsOf(name: string): readonly string[] {
  return name.split(/([^a-z]+)/)
}

function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  const swapped = one.slice(0, at) + (one[at + 1] ?? '') + (one[at] ?? '') + one.slice(at + 2)
  return at >= 0 && swapped === other
}

// The first and the last letter make another word, such as a plural.
function hasOneMore(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1 || longer.at(-1) !== shorter.at(-1)) return false
  const at = [...shorter].findIndex((letter, index) => letter !== longer[index])
  return at > 0 && longer.slice(0, at) + longer.slice(at + 1) === shorter
}
