import { field, list, text } from '../fleet/fields.ts'
import { type FieldSpec, isSelected } from './field-spec.ts'
import { effectiveNamespace, formerIds, idOf, isClusterScoped, originalId } from './id.ts'
import type { Resource } from './resource.ts'

/** What a name meant, by its present name. */
export interface Referral {
  readonly name: string
  readonly namespace: string
}

type Kind = Pick<FieldSpec, 'group' | 'version' | 'kind'>

/** Finds what names mean that were written before anything was renamed. */
export interface Referrals {
  /** The object of a kind that a field of the referrer names, which may name its namespace too. */
  find(
    referrer: Resource,
    kind: Kind,
    path: string,
    name: string,
    namespace?: string,
  ): Referral | 'several' | undefined
}

export function referralsOf(resources: readonly Resource[]): Referrals {
  const byName = new Map<string, Resource[]>()
  for (const resource of resources) {
    for (const name of new Set(resource.former.map(one => one.name))) {
      const others = byName.get(name)
      if (others === undefined) byName.set(name, [resource])
      else others.push(resource)
    }
  }
  const originals = new Set(resources.map(one => effectiveNamespace(originalId(one))))
  return {
    find(referrer, kind, path, name, namespace) {
      const known = byName.get(name)
      if (known === undefined) return undefined
      const inReach = known.filter(one => isInReach(referrer, one))
      const there =
        namespace === undefined
          ? inReach
          : inReach.filter(
              one =>
                effectiveNamespace(originals.has(namespace) ? originalId(one) : idOf(one.object)) ===
                namespace,
            )
      const wanted = path.endsWith('roleRef/name') ? roleOf(referrer) : undefined
      const fitting = there.filter(
        one =>
          formerIds(one).some(id => isSelected(id, kind)) &&
          (wanted === undefined || formerIds(one).some(id => isSelected(id, wanted))) &&
          isSameNamespace(referrer, one),
      )
      return choose(
        fitting,
        referrer,
        namespace !== undefined || path.endsWith('subjects') || path.endsWith('/service'),
      )
    },
  }
}

function choose(
  candidates: readonly Resource[],
  referrer: Resource,
  withNamespace: boolean,
): Referral | 'several' | undefined {
  const [only, second] = candidates
  if (only !== undefined && second === undefined) return nameOf(only)
  let left = candidates.filter(one => isLike(one, referrer, true))
  if (left.length > 1) left = left.filter(one => isLike(one, referrer, false))
  const [first] = left
  if (first === undefined) return undefined
  const named = nameOf(first)
  const areSame = left
    .map(nameOf)
    .every(one => one.name === named.name && (!withNamespace || one.namespace === named.namespace))
  return areSame ? named : 'several'
}

function nameOf({ object }: Resource): Referral {
  const { name, namespace } = idOf(object)
  return { name, namespace }
}

function isInReach(referrer: Resource, target: Resource): boolean {
  const [from, to] = [idOf(referrer.object), idOf(target.object)]
  if (isClusterScoped(from) || isClusterScoped(to) || effectiveNamespace(from) === effectiveNamespace(to))
    return true
  if (from.kind !== 'RoleBinding') return false
  return list(referrer.object.subjects).some(
    subject => field(subject, 'kind') === 'ServiceAccount' && field(subject, 'namespace') === to.namespace,
  )
}

function isSameNamespace(referrer: Resource, target: Resource): boolean {
  const [from, to] = [idOf(referrer.object), idOf(target.object)]
  return (
    isClusterScoped(from) ||
    isClusterScoped(to) ||
    to.kind === 'ServiceAccount' ||
    effectiveNamespace(from) === effectiveNamespace(to)
  )
}

function roleOf({ object }: Resource): Kind | undefined {
  const [group, kind] = [text(field(object, 'roleRef', 'apiGroup')), text(field(object, 'roleRef', 'kind'))]
  return group === undefined || kind === undefined ? undefined : { group, kind }
}

function isLike(one: Resource, other: Resource, mayLack: boolean): boolean {
  const pairs = [
    [one.prefixes, other.prefixes],
    [one.suffixes, other.suffixes],
  ] as const
  return pairs.every(([a, b]) => (mayLack && (a.length === 0 || b.length === 0)) || haveSameEnd(a, b))
}

function haveSameEnd(a: readonly string[], b: readonly string[]): boolean {
  const shared = Math.min(a.length, b.length)
  if (shared === 0) return a.length === b.length
  return a.slice(-shared).join('\0') === b.slice(-shared).join('\0')
}
