import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compose } from '../src/yaml/compose.ts'
import { defaultLimits } from '../src/yaml/read.ts'
import { readComposed } from '../src/yaml/read-composed.ts'
import { readFast } from '../src/yaml/read-fast.ts'
import { documents, nearDocuments } from './yaml-fast-styles.ts'

const test = suite('yaml fast')
const runs = process.env.ESPALIER_LONG ? 500_000 : 5_000

test('texts in every style of the subset read as `yaml` reads them', () => {
  const share = compare(documents, 1)
  assert.ok(share >= 0.8, `only ${Math.round(share * 100)} % of the texts took the fast way`)
})

test('texts with slips in them are never read differently, and never where `yaml` finds a fault', () => {
  const share = compare(nearDocuments, 2)
  assert.ok(share > 0.1 && share < 0.9, `${Math.round(share * 100)} % of the texts took the fast way`)
})

function compare(texts: fc.Arbitrary<string>, seed: number): number {
  let fast = 0
  let all = 0
  const property = fc.property(texts, text => {
    all++
    if (readsAlike(text)) fast++
  })
  fc.assert(property, { numRuns: runs, seed })
  return fast / all
}

/** False if the fast reader gave up; fails if it read anything else than `yaml`. */
function readsAlike(text: string): boolean {
  const fast = readFast(text)
  if (fast === undefined) return false
  const source = { file: 'a.yaml', text }
  const { documents, faults } = readComposed(source, compose(text).documents, defaultLimits)
  assert.equal(
    faults.map(fault => fault.message),
    [],
  )
  assert.equal(shown(fast), shown(documents.map(({ value, ambiguous }) => ({ value, ambiguous }))))
  return true
}

// Order of keys, -0, NaN and own `__proto__` count.
function shown(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([key, item]) => [key, shown(item)])
  return typeof value === 'number' ? (Object.is(value, -0) ? '-0' : `${value}`) : JSON.stringify(value)
}

test.run()
