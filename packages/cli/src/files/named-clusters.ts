import { resolve } from 'node:path'
import type { FleetCluster } from '@espalier/linter'
import { diskFiles } from './disk-files.ts'
import { fileError } from './file-error.ts'
import type { FileSystem } from './file-system.ts'
import { listManifests } from './list-manifests.ts'
import type { Result } from './result.ts'

/** A cluster that `--cluster NAME=GLOB` names, with the files it selects. */
export interface NamedCluster {
  readonly name: string
  /** Absolute. */
  readonly files: ReadonlySet<string>
}

/** By absolute path: the clusters that a file is named for. */
export type Naming = ReadonlyMap<string, readonly string[]>

export function namingOf(named: readonly NamedCluster[]): Naming {
  const naming = new Map<string, string[]>()
  for (const { name, files } of named) {
    for (const file of files) {
      const names = naming.get(file)
      if (names === undefined) naming.set(file, [name])
      else names.push(name)
    }
  }
  return naming
}

type Role = FleetCluster['role']

/** The roles that `--role NAME=ROLE` tells, by the name of the cluster. */
export type Roles = ReadonlyMap<string, Role>

const roles: readonly string[] = ['config', 'workload', 'none']

export function readRoles(given: readonly string[] = []): Result<Roles> {
  const told = new Map<string, Role>()
  for (const text of given) {
    const [name, role] = pairOf(text)
    if (name === '' || !isRole(role)) return { error: `--role ${text}: NAME=${roles.join('|')} is expected` }
    told.set(name, role)
  }
  return { value: told }
}

/** Reads every `--cluster NAME=GLOB`, and finds the files. */
export async function namedClusters(
  cwd: string,
  globs: readonly string[] = [],
  from: FileSystem = diskFiles,
): Promise<Result<readonly NamedCluster[]>> {
  const files = new Map<string, Set<string>>()
  for (const text of globs) {
    const [name, glob] = pairOf(text)
    if (name === '' || glob === '') return { error: `--cluster ${text}: NAME=GLOB is expected` }
    const { value, error } = await selectFiles(glob, cwd, from)
    if (error !== undefined) return { error: `--cluster ${name}=…: ${error}` }
    if (value.length === 0) return { error: `--cluster ${text}: no YAML file is there` }
    files.set(name, new Set([...(files.get(name) ?? []), ...value]))
  }
  return { value: [...files].map(([name, files]) => ({ name, files })) }
}

/** Absolute paths of the YAML files that a glob, or a folder's name, selects below a root. */
export async function selectFiles(
  glob: string,
  root: string,
  files: FileSystem = diskFiles,
): Promise<Result<readonly string[]>> {
  const path = resolve(root, glob)
  if (files.kindOf(path) === 'folder') return listManifests(path, root, files)
  const { listYaml } = await import('./list-yaml.ts')
  try {
    return { value: await listYaml(root, [glob], files) }
  } catch (thrown) {
    return { error: `it cannot be looked up: ${fileError(thrown)}` }
  }
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf('=')
  return at < 0 ? ['', ''] : [text.slice(0, at), text.slice(at + 1)]
}

function isRole(text: string): text is 'config' | 'workload' | 'none' {
  return roles.includes(text)
}
