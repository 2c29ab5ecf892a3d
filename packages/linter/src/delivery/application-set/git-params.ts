import { field, isRecord, list, text } from '../../fleet/fields.ts'
import { folderOf } from '../../fleet/kustomization.ts'
import { matchesGlob } from '../glob.ts'
import { baseOf, join } from '../path.ts'
import { filesBelow, type Survey } from '../survey.ts'
import { type Generated, type Params, pathParams } from './params.ts'

interface Repositories {
  readonly survey: Survey
  isOwn(url: string): boolean
}

/** What the git generator finds: folders, or files with what they say. */
export function gitParams(spec: unknown, { survey, isOwn }: Repositories): Generated {
  const url = text(field(spec, 'repoURL')) ?? ''
  if (!isOwn(url)) return { unknown: `its git generator reads ${JSON.stringify(url)}, another repository` }
  const prefix = text(field(spec, 'pathParamPrefix'))
  const named = (path: Params): Params => (prefix ? { [prefix]: { path } } : { path })
  const directories = patternsOf(field(spec, 'directories'))
  if (directories.length > 0)
    return { params: foldersFor(survey, directories).map(folder => named(pathParams(folder))) }
  const wanted = patternsOf(field(spec, 'files'))
  return {
    params: filesFor(survey, wanted).flatMap(file => {
      const path = named(pathParams(folderOf(file), baseOf(file)))
      return contentsOf(survey, file).map(content => ({ ...content, ...path }))
    }),
  }
}

interface Pattern {
  readonly path: string
  readonly exclude: boolean
}

function patternsOf(value: unknown): readonly Pattern[] {
  return list(value).flatMap(one => {
    const path = text(field(one, 'path'))
    return path === undefined
      ? []
      : [{ path: path.replace(/^\.?\/+|\/+$/g, ''), exclude: field(one, 'exclude') === true }]
  })
}

/** A star of these patterns stops at a slash, so no folder is deeper than a pattern. */
function foldersFor(survey: Survey, patterns: readonly Pattern[]): readonly string[] {
  const depth = Math.max(...patterns.map(({ path }) => path.split('/').length))
  const isHit = (path: string, exclude: boolean) =>
    patterns.some(one => one.exclude === exclude && matchesGlob(one.path, path, 'path'))
  const found: string[] = []
  const visit = (folder: string, level: number): void => {
    for (const { name, kind } of survey.items(folder) ?? []) {
      if (kind !== 'folder' || name.startsWith('.')) continue
      const path = join(folder, name)
      if (isHit(path, false) && !isHit(path, true)) found.push(path)
      if (level + 1 < depth) visit(path, level + 1)
    }
  }
  visit('', 0)
  return found
}

function filesFor(survey: Survey, patterns: readonly Pattern[]): readonly string[] {
  const isHit = (path: string, exclude: boolean) =>
    patterns.some(one => one.exclude === exclude && matchesGlob(one.path, path, 'deep'))
  const roots = new Set(patterns.filter(one => !one.exclude).map(({ path }) => fixedPart(path)))
  const found = [...roots].flatMap(root => [
    ...filesBelow(survey, root, path => baseOf(path) !== 'node_modules'),
  ])
  return [...new Set(found)].filter(path => isHit(path, false) && !isHit(path, true)).sort()
}

/** The folder that a pattern cannot lead out of. */
function fixedPart(pattern: string): string {
  const steps = pattern.split('/').slice(0, -1)
  const wild = steps.findIndex(step => /[*?[{\\]/.test(step))
  return (wild < 0 ? steps : steps.slice(0, wild)).join('/')
}

/** A file is one set of parameters, or a list of such. */
function contentsOf(survey: Survey, file: string): readonly Params[] {
  const [document] = survey.documents(file)?.documents ?? []
  const value = document?.value
  return Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : []
}
