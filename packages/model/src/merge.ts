type Mapping = Readonly<Record<string, unknown>>

/** Two mappings as Helm merges values: field by field at every depth, the second one wins, lists are replaced whole. */
export function merge(base: Mapping, over: Mapping): Mapping {
  const fields = Object.entries(over).map(([key, value]) => {
    const before = base[key]
    return [key, isMapping(before) && isMapping(value) ? merge(before, value) : value]
  })
  return { ...base, ...Object.fromEntries(fields) }
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
