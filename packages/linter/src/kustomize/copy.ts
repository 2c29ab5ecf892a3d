import { isRecord } from '../fleet/fields.ts'

/** A mapping that a build may change. */
export type Mutable = Record<string, unknown>

/** A copy that shares nothing, not even what an alias stands for twice. */
export function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy)
  return isRecord(value) ? copyOf(value) : value
}

export function copyOf(value: Readonly<Record<string, unknown>>): Mutable {
  const made: Mutable = {}
  // By definition, since a key may be `__proto__`.
  for (const [key, one] of Object.entries(value)) set(made, key, copy(one))
  return made
}

/** Sets a field whatever its name. */
export function set(mapping: Mutable, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true })
  else mapping[key] = value
}

/** A field of its own; `__proto__` and its like are never what every mapping has. */
export function own(mapping: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined
}

export function isMutable(value: unknown): value is Mutable {
  return isRecord(value)
}
