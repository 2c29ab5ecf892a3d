import { field, text } from '../fleet/fields.ts'
import { matchesGlob } from './glob.ts'
import { filesBelow, type Survey } from './survey.ts'

const manifest = /\.(yaml|yml|json|jsonnet)$/

/** The files that Argo CD takes from a plain directory, linted or not: argo-cd reposerver, getPotentiallyValidManifests. */
export function directoryFiles(survey: Survey, folder: string, directory: unknown): readonly string[] {
  const isDeep = field(directory, 'recurse') === true
  const [include, exclude] = ['include', 'exclude'].map(name => text(field(directory, name)) || undefined)
  const isTaken = (path: string): boolean => {
    const relative = path.slice(folder === '' ? 0 : folder.length + 1)
    if (!manifest.test(path)) return false
    if (exclude !== undefined && matchesGlob(exclude, relative, 'flat')) return false
    return include === undefined || matchesGlob(include, relative, 'flat')
  }
  return [...filesBelow(survey, folder, () => isDeep)].filter(
    path => isTaken(path) && !survey.repository.texts.get(path)?.text.includes('+argocd:skip-file-rendering'),
  )
}
