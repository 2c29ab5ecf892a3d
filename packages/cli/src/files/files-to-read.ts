import { resolve } from 'node:path'
import { diskFiles } from './disk-files.ts'
import type { FleetRequest } from './fleet-request.ts'
import { listManifests } from './list-manifests.ts'
import type { Result } from './result.ts'

/** Every file that was asked for: absolute, sorted. */
export function filesToRead({
  cwd,
  paths,
  territories,
  named,
  files: from = diskFiles,
}: FleetRequest): Result<readonly string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    const { value, error } = listManifests(resolve(cwd, path), cwd, from)
    if (error !== undefined) return { error }
    for (const file of value) found.add(file)
  }
  if (paths.length === 0) {
    const trees = territories.flatMap(({ rendered, listed, beside }) => [
      ...rendered.values(),
      ...listed.values(),
      beside.keys(),
    ])
    for (const files of [...trees, ...named.map(({ files }) => files)])
      for (const file of files) found.add(file)
  }
  return { value: [...found].sort() }
}
