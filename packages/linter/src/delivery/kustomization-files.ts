import { type Place, within } from '@espalier/model'
import { field, list, text } from '../fleet/fields.ts'
import { folderOf } from '../fleet/kustomization.ts'
import { join, pathFrom } from './path.ts'
import { filesBelow, type Survey } from './survey.ts'

/** The files whose objects a kustomization puts out, as far as reading it says. */
export interface Reached {
  /** Sorted; linted or not. */
  readonly files: readonly string[]
  /** Everything it names and that is not in the repository. */
  readonly missing: readonly { readonly at: Place; readonly path: string }[]
  /** False where objects are put out otherwise than they are written. */
  readonly plain: boolean
  /** The kustomizations that are built by themselves. */
  readonly roots: readonly string[]
  /** Of a folder without a kustomization: the files and folders that Flux would list in one, in that order. */
  readonly listed: readonly string[]
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']
const changing = [
  'namespace',
  'namePrefix',
  'nameSuffix',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'replacements',
  'transformers',
  'vars',
]

/** The kustomization file of a folder, if it has one. */
export function kustomizationIn(survey: Survey, folder: string): string | undefined {
  const items = survey.items(folder) ?? []
  const name = names.find(one => items.some(item => item.name === one && item.kind === 'file'))
  return name && join(folder, name)
}

/** Follows resources, bases and components from the kustomization of a folder. */
export function kustomizationFiles(survey: Survey, folder: string): Reached {
  const walk: Walk = { survey, files: new Set(), visited: new Set(), missing: [], plain: true }
  follow(walk, folder)
  const own = kustomizationIn(survey, folder)
  const roots = own === undefined ? [] : [own]
  return { files: [...walk.files].sort(), missing: walk.missing, plain: walk.plain, roots, listed: [] }
}

/** What Flux applies from a folder without one: every YAML file, where a folder with a kustomization of its own counts as that. */
export function generatedFiles(survey: Survey, folder: string): Reached {
  const walk: Walk = { survey, files: new Set(), visited: new Set(), missing: [], plain: true }
  const roots: string[] = []
  const listed: string[] = []
  const isPlain = (path: string): boolean => {
    const own = kustomizationIn(survey, path)
    if (own === undefined) return true
    roots.push(own)
    listed.push(path)
    follow(walk, path)
    return false
  }
  for (const path of filesBelow(survey, folder, isPlain)) {
    if (!/\.ya?ml$/.test(path)) continue
    walk.files.add(path)
    listed.push(path)
  }
  return { files: [...walk.files].sort(), missing: walk.missing, plain: walk.plain, roots, listed }
}

interface Walk {
  readonly survey: Survey
  readonly files: Set<string>
  readonly visited: Set<string>
  readonly missing: { readonly at: Place; readonly path: string }[]
  plain: boolean
}

function follow(walk: Walk, folder: string): void {
  if (walk.visited.has(folder)) return
  walk.visited.add(folder)
  const file = kustomizationIn(walk.survey, folder)
  const document = file === undefined ? undefined : walk.survey.documents(file)?.documents[0]
  if (document === undefined) return
  const { value, place } = document
  if (changing.some(name => field(value, name) !== undefined)) walk.plain = false
  for (const name of ['resources', 'bases', 'components'])
    list(field(value, name)).forEach((item, index) => {
      const path = text(item)
      if (path !== undefined && !isRemote(path)) take(walk, folder, path, within(place, name, index))
    })
}

function take(walk: Walk, from: string, path: string, at: Place): void {
  const target = pathFrom(from, path)
  if (target === undefined) return
  const folder = folderOf(target)
  // Nearly everything named is a linted file, and is not looked for on the disk.
  if (walk.survey.repository.texts.has(target)) walk.files.add(target)
  else if (walk.survey.items(target) !== undefined) follow(walk, target)
  else if (walk.survey.items(folder)?.some(({ name }) => join(folder, name) === target))
    walk.files.add(target)
  else walk.missing.push({ at, path: target })
}

// What kustomize would clone or download.
function isRemote(path: string): boolean {
  return /^[a-z0-9+]+:\/\/|^git@|^github\.com[/:]|[?&]ref=|\/\/|::/i.test(path)
}
