import { dirname, relative, resolve, sep } from 'node:path'
import { acceptPolicies, checks } from '@espalier/linter'
import {
  didYouMean,
  type Finding,
  judge,
  policies as ownPolicies,
  type Policy,
  type Problem,
  placeOf,
  type Source,
} from '@espalier/model'
import { display } from '../files/display.ts'
import type { FileSystem } from '../files/file-system.ts'
import { listManifests } from '../files/list-manifests.ts'
import { selectFiles } from '../files/named-clusters.ts'
import { readText } from '../files/read-text.ts'
import type { Result } from '../files/result.ts'
import type { Territory } from '../files/territory.ts'

export interface UserPolicies {
  readonly policies: readonly Policy[]
  /** The file of each, by its id. */
  readonly files: ReadonlyMap<string, string>
  /** Why some cannot be used; then there is no verdict. */
  readonly findings: readonly Finding[]
}

/** A topology with its file. */
type NamedTopology = Pick<Territory, 'model' | 'file'>

interface Wanted {
  readonly cwd: string
  /** What `--policy` names: files and folders. */
  readonly given: readonly string[]
  /** They may name policies too. */
  readonly topologies: readonly NamedTopology[]
}

/** The repository's own policies, from the command line and from `lint.policies`, each file once. */
export async function userPolicies(
  { cwd, given, topologies }: Wanted,
  files: FileSystem,
): Promise<Result<UserPolicies>> {
  const paths = new Set<string>()
  for (const path of given) {
    const { value, error } = listManifests(resolve(cwd, path), cwd, files)
    if (error !== undefined) return { error: `--policy: ${error}` }
    if (value.length === 0) return { error: `--policy ${path}: no YAML file is there` }
    for (const one of value) paths.add(one)
  }
  for (const topology of topologies) {
    const { value, error } = await namedIn(topology, files)
    if (error !== undefined) return { error }
    for (const one of value) paths.add(one)
  }
  const sources: Source[] = []
  for (const path of [...paths].sort()) {
    const { value: text, error } = readText(path, files)
    if (error !== undefined) return { error: `${display(path, cwd)} cannot be read: ${error}` }
    sources.push({ file: display(path, cwd), text })
  }
  const { policies, files: sourceFiles, problems } = await acceptPolicies(sources, ownPolicies, checks)
  const unknown = topologies.flatMap(topology => unknownRules(topology, policies))
  return { value: { policies, files: sourceFiles, findings: judge([...problems, ...unknown], ownPolicies) } }
}

/** The files that `lint.policies` names, relative to the topology's folder and never out of its repository. */
async function namedIn(
  { model, file }: NamedTopology,
  files: FileSystem,
): Promise<Result<readonly string[]>> {
  const folder = dirname(file.path)
  const found: string[] = []
  for (const glob of model.lint.policies ?? []) {
    const name = `${file.file}: lint.policies: ${JSON.stringify(glob)}`
    if (relative(file.root, resolve(folder, glob)).split(sep)[0] === '..')
      return { error: `${name}: it leads out of the repository's root` }
    const { value, error } = await selectFiles(glob, folder, files)
    if (error !== undefined) return { error: `${name}: ${error}` }
    if (value.length === 0) return { error: `${name} selects no YAML file` }
    found.push(...value)
  }
  return { value: found }
}

// Where a topology names policies, only here is it known which rules there are.
function unknownRules({ model, file }: NamedTopology, policies: readonly Policy[]): readonly Problem[] {
  if ((model.lint.policies ?? []).length === 0) return []
  const known = [...ownPolicies, ...policies].map(({ id }) => id)
  const source = { ...model.source, file: file.file }
  return Object.keys(model.lint.rules ?? {})
    .filter(id => !known.includes(id))
    .map(id => ({
      check: 'unknown-reference',
      message: `lint.rules names the unknown rule ${id}${didYouMean(id, known)}`,
      at: placeOf(source, ['lint', 'rules', id], 'key'),
    }))
}
