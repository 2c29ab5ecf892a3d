/** How alike two texts are, from 0 to 1: the share of their lines that both have. */
export function likeness(one: string, other: string): number {
  const [lines, others] = [linesOf(one), linesOf(other)]
  const left = new Map<string, number>()
  for (const line of lines) left.set(line, (left.get(line) ?? 0) + 1)
  let common = 0
  for (const line of others) {
    const many = left.get(line) ?? 0
    if (many === 0) continue
    left.set(line, many - 1)
    common++
  }
  return common / Math.max(lines.length, others.length, 1)
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter(line => line.trim() !== '')
}
