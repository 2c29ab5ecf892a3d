import { within } from '@espalier/model'
import { list, text } from '../fleet/fields.ts'
import type { Configuration } from './configuration.ts'
import { isMutable, type Mutable, own, set } from './copy.ts'
import { type FieldSpec, visitFields } from './field-spec.ts'
import { idOf, isClusterScoped, remember } from './id.ts'
import type { Kustomization } from './kustomization.ts'
import { noteDoubles } from './note-doubles.ts'
import type { Resource } from './resource.ts'
import type { Work } from './work.ts'

/** `namespace`: every object that kustomize does not know to have none gets it. Source: kustomize api v0.21.1, filters/namespace. */
export function setNamespace(
  resources: readonly Resource[],
  kustomization: Kustomization,
  { namespace: specs }: Configuration,
  work: Work,
): readonly Resource[] {
  const namespace = text(kustomization.fields.namespace)
  if (!namespace) return resources
  const at = within(kustomization.at, 'namespace')
  const put = (mapping: Mutable, key: string) => {
    if (own(mapping, key) === namespace) return
    set(mapping, key, namespace)
    work.trace.mark(mapping, key, at)
  }
  const result = resources.map(resource => {
    const { object } = resource
    const renamed = remember(resource)
    const { apiVersion, metadata } = object
    if (!isClusterScoped(idOf(object)) && isMutable(metadata)) put(metadata, 'namespace')
    for (const subject of defaultSubjects(object)) put(subject, 'namespace')
    for (const spec of specs.filter(one => isOrdinary(one, apiVersion))) visitFields(object, spec, put)
    return renamed
  })
  noteDoubles(result, at, work)
  return result
}

/** Of the subjects of a binding, kustomize moves only those called default. */
function defaultSubjects({ kind, subjects }: Mutable): readonly Mutable[] {
  if (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding') return []
  return list(subjects)
    .filter(isMutable)
    .filter(({ name }) => name === 'default')
}

function isOrdinary({ path, kind = '' }: FieldSpec, apiVersion: unknown): boolean {
  if (path === 'metadata/name') return apiVersion === 'v1'
  return path !== 'subjects/namespace' || !kind.endsWith('RoleBinding')
}
