import { field, list, text } from '../fleet/fields.ts'
import { isFilledInLater } from '../fleet/filled-in-later.ts'
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
  // What is yet to be filled in may be anything: it forbids nothing for sure, and may admit all.
  const isIn = (name: string, isDoubtEnough: boolean) =>
    list(field(project, 'spec', name)).some(item => matches(item, object, isNamespaced) ?? isDoubtEnough)
  if (isIn(black, false)) return black
  // An empty list is no list in some versions.
  const isOpen = isNamespaced && list(field(project, 'spec', white)).length === 0
  return isOpen || isIn(white, true) ? undefined : white
}

function matches(item: unknown, { group, kind, name }: OfKind, isNamespaced: boolean): boolean | undefined {
  const [ofKind = '', ofGroup = '', ofName = ''] = ['kind', 'group', 'name'].map(
    key => text(field(item, key)) ?? '',
  )
  if (isFilledInLater(ofKind + ofGroup + ofName)) return undefined
  const fits = (pattern: string, value: string): boolean => matchesGlob(pattern, value, 'path')
  return fits(ofKind, kind) && fits(ofGroup, group) && (isNamespaced || ofName === '' || fits(ofName, name))
}
