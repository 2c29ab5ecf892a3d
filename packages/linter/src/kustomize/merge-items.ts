import { isRecord } from '../fleet/fields.ts'
import { isMutable, own, set } from './copy.ts'

/** Merges an item of the patch into one of the list, of which there may be none; undefined where that deletes it. */
export type MergeItem = (base: unknown, patch: unknown) => unknown

type Values = readonly string[]

/**
 * Merges a list by the keys of its items. What the patch speaks of comes first. Kept as kustomize does it, down to what becomes of items
 * that lack one of several keys. Source: kyaml v0.21.1, yaml/walk/associative_sequence.go.
 */
export function mergeItems(
  list: readonly unknown[],
  patch: readonly unknown[],
  keys: readonly string[],
  mergeItem: MergeItem,
): readonly unknown[] {
  const said = distinct([...patch, ...list].map(item => keys.map(key => textOf(item, key))))
  const all = keys.length > 1 ? completed(said) : said
  const used = usedKeys(all, keys)
  let before = list
  let result: readonly unknown[] = []
  for (const values of all) {
    const known = used.map(key => values[keys.indexOf(key)] ?? '')
    const own = used.filter((_, at) => known[at] !== '')
    const [by, where] = own.length > 0 ? [own, known.filter(one => one !== '')] : [used, known]
    const merged = mergeItem(findItem(before, by, where), findItem(patch, by, where))
    if (isMutable(merged) && Object.keys(merged).length > 0) {
      used.forEach((key, at) => {
        if (!Object.hasOwn(merged, key) && known[at]) set(merged, key, scalarOf(known[at]))
      })
      result = putItem(result, used, known, merged)
    } else before = putItem(before, used, known, undefined)
  }
  return before.reduce((done: readonly unknown[], item) => append(done, item, used), result)
}

function append(done: readonly unknown[], item: unknown, keys: readonly string[]): readonly unknown[] {
  const missing = keys.filter(key => textOf(item, key) === '')
  const values = keys.map(key => textOf(item, key)).filter(value => value !== '')
  const longer = [...done, ...missing.map(() => item)]
  const cleared = keys.length > 1 ? putItem(longer, keys, values, undefined) : longer
  return putItem(cleared, keys, values, item)
}

/** Puts an item in the place of those with the same values, or at the end; without an item, those are taken out. */
function putItem(
  list: readonly unknown[],
  keys: readonly string[],
  values: Values,
  item: unknown,
): readonly unknown[] {
  let isThere = false
  const result = list.flatMap(one => {
    if (one === null || one === undefined || (isRecord(one) && Object.keys(one).length === 0)) return []
    // Where fewer values are known than there are keys, the first ones decide.
    if (!isRecord(one) || values.length === 0 || !hasValues(one, keys.slice(0, values.length), values))
      return [one]
    isThere = true
    return item === undefined ? [] : [item]
  })
  return isThere || item === undefined ? result : [...result, item]
}

function findItem(list: readonly unknown[], keys: readonly string[], values: Values): unknown {
  return list.find(item => isRecord(item) && hasValues(item, keys, values))
}

/** No value in particular is any value. */
function hasValues(
  item: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  values: Values,
): boolean {
  return keys.every((key, at) => {
    const value = own(item, key)
    return value !== undefined && (values[at] === '' || String(value) === values[at])
  })
}

/** Values that agree as far as both are known, and agree at all, complete each other. */
function completed(all: readonly Values[]): readonly Values[] {
  const result = [...all]
  for (const i of all.keys()) {
    // As it was before this round, whatever the round makes of it.
    const one = result[i] ?? []
    for (const j of all.keys()) {
      const other = result[j] ?? []
      const clash = one.some((value, at) => value !== other[at] && value !== '' && other[at] !== '')
      if (clash || !one.some((value, at) => value === other[at])) continue
      result[i] = one.map((value, at) => value || (other[at] ?? ''))
      result[j] = result[i]
    }
  }
  return result
}

function usedKeys(all: readonly Values[], keys: readonly string[]): readonly string[] {
  const used = keys.filter((_, at) => all.some(values => values[at] !== ''))
  return used.length > 0 ? used : keys
}

function distinct(all: readonly Values[]): readonly Values[] {
  return [...new Map(all.map(values => [values.join('\0'), values])).values()]
}

function textOf(item: unknown, key: string): string {
  const value = isRecord(item) ? own(item, key) : undefined
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value)
}

function scalarOf(text: string): string | number {
  return /^\d+$/.test(text) ? Number(text) : text
}
