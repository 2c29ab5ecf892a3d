/** Longer names exist in no cluster. */
const longest = 253

/**
 * A regular expression of a kustomization that covers a whole name, as Go has it. Undefined for one that Go refuses, or that could keep
 * this process busy: a repeated group, a look-around, or more than three repetitions without bound.
 */
export function safePattern(pattern: string): ((name: string) => boolean) | undefined {
  if (pattern === '') return () => true
  if (/^[\w.-]*$/.test(pattern) && !pattern.includes('.')) return name => name === pattern
  const plain = pattern.replace(/\\./g, 'x').replace(/\[\^?\]?[^\]]*\]/g, 'x')
  const repetitions = plain.match(/[*+{]/g)?.length ?? 0
  const isBounded = repetitions <= 3 && (plain.match(/\?/g)?.length ?? 0) <= 8
  if (!isBounded || /\)[*+{]|\(\?(?!:)/.test(plain) || /\\[1-9kpP]/.test(pattern)) return undefined
  try {
    const expression = new RegExp(`^(?:${pattern})$`, 'u')
    return name => name.length <= longest && expression.test(name)
  } catch {
    return undefined
  }
}
