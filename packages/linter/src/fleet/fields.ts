// Manifests come from anywhere, so a field may hold anything: these say what it holds if that is of the kind asked for.

type Fields = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The mapping, or an empty one. */
export function record(value: unknown): Fields {
  return isRecord(value) ? value : {}
}

/** The list, or an empty one. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** The field a path of keys leads to, through mappings only. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  let here = value
  for (const key of path) here = isRecord(here) && Object.hasOwn(here, key) ? here[key] : undefined
  return here
}
