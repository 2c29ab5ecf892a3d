import { keyOf, within } from '@espalier/model'
import { field, isRecord, list, text } from '../fleet/fields.ts'
import { resolvePath } from '../fleet/resolve-path.ts'
import { copyOf } from './copy.ts'
import { formerIds, idKey, idOf } from './id.ts'
import type { Kustomization } from './kustomization.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

const generators = [
  ['configMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
] as const

/** The ConfigMaps and Secrets of a kustomization's generators, without data and without the hash at the end of their names. */
export function generated(
  { folder, fields, at }: Kustomization,
  before: readonly Resource[],
  { remarks, contents, withoutData }: Work,
): readonly Resource[] {
  const known = generators.some(([key]) => list(fields[key]).length > 0) ? byId(before) : undefined
  return generators.flatMap(([key, kind]) => {
    const entries = list(fields[key])
    if (entries.length === 0) return []
    const isHashed = entries.some(
      entry => !keepsName(fields.generatorOptions) && !keepsName(field(entry, 'options')),
    )
    const message = `of the ${kind}s that this generates, ${isHashed ? 'neither the data is read nor the hash known that ends their names' : 'the data is not read'}`
    remarks.push({ kind: 'simplified', at: keyOf(within(at, key)), message })
    return entries.flatMap((entry, index) => {
      for (const file of filesIn(entry)) contents.add(resolvePath(folder, file))
      const name = text(field(entry, 'name'))
      if (!name) return []
      const namespace = text(field(entry, 'namespace'))
      const metadata = { name, ...(namespace && { namespace }), ...optionsOf(fields, entry) }
      const object = { apiVersion: 'v1', kind, metadata }
      // One that is there already is merged into, or replaced.
      const other = known?.get(idKey(idOf(object)))
      withoutData.add(other?.object ?? object)
      if (other !== undefined) return []
      return [
        { object, place: within(at, key, index), ambiguous: [], former: [], prefixes: [], suffixes: [] },
      ]
    })
  })
}

/** Objects by all that they are or were called. */
function byId(resources: readonly Resource[]): ReadonlyMap<string, Resource> {
  return new Map(
    resources.flatMap(one => [...formerIds(one), idOf(one.object)].map(id => [idKey(id), one] as const)),
  )
}

function keepsName(options: unknown): boolean {
  return field(options, 'disableNameSuffixHash') === true
}

/** `files` may say under which key, as in `key=file`. */
function filesIn(entry: unknown): readonly string[] {
  const files = list(field(entry, 'files')).flatMap(one => text(one)?.replace(/^[^=]*=/, '') ?? [])
  const envs = [...list(field(entry, 'envs')), field(entry, 'env')].flatMap(one => text(one) ?? [])
  return [...files, ...envs]
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
