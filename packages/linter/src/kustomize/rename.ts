import { text } from '../fleet/fields.ts'
import type { Configuration } from './configuration.ts'
import { own, set } from './copy.ts'
import { isSelected, visitFields } from './field-spec.ts'
import { originalId, remember } from './id.ts'
import type { Kustomization } from './kustomization.ts'
import type { Resource } from './resource.ts'

/** `namePrefix` and `nameSuffix`. Source: kustomize api v0.21.1, internal/builtins/{Prefix,Suffix}Transformer.go. */
export function rename(
  resources: readonly Resource[],
  { fields }: Kustomization,
  { namePrefix, nameSuffix }: Configuration,
): readonly Resource[] {
  const [prefix, suffix] = [text(fields.namePrefix) ?? '', text(fields.nameSuffix) ?? '']
  const prefixed =
    prefix === '' ? resources : resources.map(one => renamed(one, namePrefix, { prefix, suffix: '' }))
  return suffix === '' ? prefixed : prefixed.map(one => renamed(one, nameSuffix, { prefix: '', suffix }))
}

function renamed(
  resource: Resource,
  specs: Configuration['namePrefix'],
  { prefix, suffix }: { readonly prefix: string; readonly suffix: string },
): Resource {
  const id = originalId(resource)
  if (unnamed.has(id.kind)) return resource
  let result = resource
  for (const spec of specs) {
    if (!isSelected(id, spec)) continue
    if (spec.path === 'metadata/name') {
      result = {
        ...remember(result),
        prefixes: prefix === '' ? result.prefixes : [...result.prefixes, prefix],
        suffixes: suffix === '' ? result.suffixes : [...result.suffixes, suffix],
      }
    }
    visitFields(result.object, spec, (mapping, key) => {
      const name = own(mapping, key)
      if (typeof name === 'string') set(mapping, key, `${prefix}${name}${suffix}`)
    })
  }
  return result
}

const unnamed = new Set(['CustomResourceDefinition', 'APIService', 'Namespace'])
