import { group, within } from '@espalier/model'
import { text } from '../fleet/fields.ts'
import { isMutable, type Mutable, own, set } from './copy.ts'
import type { NameReference } from './default-references.ts'
import { type FieldSpec, isSelected, visitFields } from './field-spec.ts'
import { originalId } from './id.ts'
import { type Referral, referralsOf } from './referral.ts'
import { refuse } from './refuse.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

/** Writes the new names of renamed objects into the fields that kustomize knows to name them. Source: kustomize api v0.21.1, filters/nameref. */
export function fixReferences(
  resources: readonly Resource[],
  references: readonly NameReference[],
  work: Work,
): void {
  if (resources.every(({ former }) => former.length === 0)) return
  const byKind = group(
    references.flatMap(target => target.fieldSpecs.map(spec => ({ target, spec }))),
    ({ spec }) => spec.kind ?? '',
  )
  const referrals = referralsOf(resources)
  for (const referrer of resources) {
    const id = originalId(referrer)
    const own = [...(byKind.get(id.kind) ?? []), ...(id.kind === '' ? [] : (byKind.get('') ?? []))]
    for (const { target, spec } of own) {
      if (!isSelected(id, spec)) continue
      const find = (name: string, namespace?: string) => {
        const found = referrals.find(referrer, target, spec.path, name, namespace)
        if (found === 'several') {
          const at = within(referrer.place, ...spec.path.split('/'))
          refuse(work, at, `${name} may be any of several objects that were called so`)
        }
        return found === 'several' ? undefined : found
      }
      // The kind has been asked for above, and by its former name.
      const anyKind: FieldSpec = { path: spec.path }
      visitFields(referrer.object, anyKind, (mapping, key) => fixField(mapping, key, find))
    }
  }
}

type Find = (name: string, namespace?: string) => Referral | undefined

function fixField(mapping: Mutable, key: string, find: Find): void {
  const value = own(mapping, key)
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      const name = typeof item === 'string' ? find(item)?.name : undefined
      if (name !== undefined) value[index] = name
      if (isMutable(item)) fixMapping(item, find)
    })
  } else if (isMutable(value)) fixMapping(value, find)
  else if (typeof value === 'string') set(mapping, key, find(value)?.name ?? value)
}

function fixMapping(mapping: Mutable, find: Find): void {
  const name = text(mapping.name)
  const found = name === undefined ? undefined : find(name, text(mapping.namespace))
  if (found === undefined) return
  mapping.name = found.name
  if (found.namespace !== '') mapping.namespace = found.namespace
}
