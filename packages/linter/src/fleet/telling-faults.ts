import { group, type YamlFault } from '@espalier/model'

/** Of each document its faults up to the first of its syntax: what is said of the rest follows from that one. */
export function tellingFaults(faults: readonly YamlFault[]): readonly YamlFault[] {
  return [...group(faults, ({ at }) => at.doc).values()].flatMap(all => {
    const sorted = [...all].sort((a, b) => (a.at.offset ?? 0) - (b.at.offset ?? 0))
    const first = sorted.findIndex(({ kind }) => kind !== 'duplicate-key')
    return (first < 0 ? sorted : sorted.slice(0, first + 1)).map(withVariable)
  })
}

// In a list or mapping in brackets, the brace of a variable begins another mapping. A default, which may be a secret, is not quoted.
function withVariable(fault: YamlFault): YamlFault {
  const { kind, at } = fault
  const { offset = 0, source } = at
  if (kind !== 'not-yaml' || source.text[offset] !== '{' || source.text[offset - 1] !== '$') return fault
  const name = /^\w+/.exec(source.text.slice(offset + 1, offset + 100))?.[0] ?? '…'
  const message = `\${${name}} is without quotes, which it needs within [ ] and { }: its brace begins a mapping there`
  return { kind, message, at: { ...at, offset: offset - 1 } }
}
