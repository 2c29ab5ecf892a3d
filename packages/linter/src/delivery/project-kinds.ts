import { field, list, text } from '../fleet/fields.ts'
import { matchesGlob } from './glob.ts'

/** An object as an AppProject looks at it. */
export interface OfKind {
  readonly group: string
  readonly kind: string
  readonly name: string
}

/**
 * The list of an AppProject that keeps out objects of a kind, or from which it is missing; nothing where none does, or that is not sure.
 * Names count only for kinds without a namespace. Source: argo-cd app_project_types.go, IsGroupKindNamePermitted.
 */
export function refusingList(project: unknown, object: OfKind, isNamespaced: boolean): string | undefined {
  const scope = isNamespaced ? 'namespace' : 'cluster'
  const [white, black] = [`${scope}ResourceWhitelist`, `${scope}ResourceBlacklist`]
  const isIn = (name: string) =>
    list(field(project, 'spec', name)).some(item => matches(item, object, isNamespaced))
  if (isIn(black)) return black
  // An empty list is no list in some versions.
  const isOpen = isNamespaced && list(field(project, 'spec', white)).length === 0
  return isOpen || isIn(white) ? undefined : white
}

function matches(item: unknown, { group, kind, name }: OfKind, isNamespaced: boolean): boolean {
  const [ofKind, ofGroup, ofName] = ['kind', 'group', 'name'].map(key => text(field(item, key)) ?? '')
  const fits = (pattern = '', value: string): boolean => matchesGlob(pattern, value, 'path')
  return fits(ofKind, kind) && fits(ofGroup, group) && (isNamespaced || !ofName || fits(ofName, name))
}
