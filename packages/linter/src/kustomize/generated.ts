import { within } from '@espalier/model'
import { field, isRecord, list, text } from '../fleet/fields.ts'
import { copyOf } from './copy.ts'
import { idKey, idOf } from './id.ts'
import type { Kustomization } from './kustomization.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

const generators = [
  ['configMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
] as const

/** The ConfigMaps and Secrets of a kustomization's generators, without data and without the hash at the end of their names. */
export function generated(
  { fields, at }: Kustomization,
  known: ReadonlySet<string>,
  { remarks }: Work,
): readonly Resource[] {
  return generators.flatMap(([key, kind]) => {
    const entries = list(fields[key])
    if (entries.length === 0) return []
    const message = `of the ${kind}s that this generates, neither the data is read nor the hash known that ends their names`
    remarks.push({ kind: 'simplified', at: within(at, key), message })
    return entries.flatMap((entry, index) => {
      const name = text(field(entry, 'name'))
      if (!name) return []
      const namespace = text(field(entry, 'namespace'))
      const metadata = { name, ...(namespace && { namespace }), ...optionsOf(fields, entry) }
      const object = { apiVersion: 'v1', kind, metadata }
      // One that is there already is merged into, or replaced.
      if (known.has(idKey(idOf(object)))) return []
      return [{ object, place: within(at, key, index), former: [], prefixes: [], suffixes: [] }]
    })
  })
}

function optionsOf(
  fields: Readonly<Record<string, unknown>>,
  entry: unknown,
): Readonly<Record<string, unknown>> {
  const entries = ['labels', 'annotations'].flatMap(key => {
    const sources = [field(fields.generatorOptions, key), field(entry, 'options', key)].filter(isRecord)
    return sources.length > 0 ? [[key, copyOf(Object.assign({}, ...sources))]] : []
  })
  return Object.fromEntries(entries)
}
