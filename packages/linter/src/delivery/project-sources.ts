import { field, list, text } from '../fleet/fields.ts'
import { argocdAddress } from './argocd-address.ts'
import { matchesGlob } from './glob.ts'

/**
 * Whether an AppProject lets an Application take manifests from a repository; nothing where that is not sure. What a `!` refuses is
 * refused; what it does not, Argo CD admits, although its documentation asks for a rule that does. Source: argo-cd app_project_types.go,
 * IsSourcePermitted.
 */
export function projectAdmitsSource(project: unknown, url: string): boolean | undefined {
  const address = argocdAddress(url)
  if (address === undefined) return undefined
  let isAdmitted: boolean | undefined = false
  for (const pattern of sourcesOf(project)) {
    const isRefusal = pattern.startsWith('!')
    const matches = matchesSource(isRefusal ? pattern.slice(1) : pattern, address)
    if (isRefusal && matches) return false
    if (matches === undefined || isRefusal) isAdmitted ||= undefined
    else if (matches) isAdmitted = true
  }
  return isAdmitted
}

/** The repositories that a project lists. */
export function sourcesOf(project: unknown): readonly string[] {
  return list(field(project, 'spec', 'sourceRepos')).flatMap(one => text(one) ?? [])
}

function matchesSource(pattern: string, address: string): boolean | undefined {
  const plain = argocdAddress(pattern)
  if (plain === '*') return true
  // Argo CD's glob asks for a slash where others take a whole folder for optional.
  if (plain === undefined || plain.includes('**/')) return undefined
  return matchesGlob(plain, address, 'deep')
}
