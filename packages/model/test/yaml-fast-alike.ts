import * as assert from 'uvu/assert'
import { compose } from '../src/yaml/compose.ts'
import { readComposed } from '../src/yaml/read-composed.ts'
import { readFast } from '../src/yaml/read-fast.ts'
import { defaultLimits } from '../src/yaml/reading.ts'

/** False if the fast reader gave up; fails if it read anything that `yaml` refuses or reads differently. */
export function readsAlike(text: string): boolean {
  const fast = readFast(text)
  if (fast === undefined) return false
  const source = { file: 'a.yaml', text }
  const { documents, faults } = readComposed(source, compose(text).documents, defaultLimits)
  assert.equal(
    faults.map(fault => fault.message),
    [],
  )
  assert.equal(
    documents.map(({ index }) => index),
    fast.map((_, index) => index),
  )
  assert.equal(shown(fast), shown(documents.map(({ value, ambiguous }) => ({ value, ambiguous }))))
  return true
}

// The order of keys counts, and so do -0, NaN and a `__proto__` of its own.
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value === 'object' && value !== null) {
    const prototype = Object.getPrototypeOf(value) === Object.prototype
    return { prototype, entries: Object.entries(value).map(([key, item]) => [key, shown(item)]) }
  }
  return `${typeof value} ${Object.is(value, -0) ? '-0' : value}`
}
