import { resolve } from 'node:path'
import type { Source } from '@espalier/model'
import { diskFiles } from './disk-files.ts'
import { display } from './display.ts'
import type { FleetRequest } from './fleet-request.ts'
import { listManifests } from './list-manifests.ts'
import { noText, readText } from './read-text.ts'
import type { Result } from './result.ts'

export interface Sources {
  /** By absolute path; the text of what cannot be read is empty. */
  readonly sources: ReadonlyMap<string, Source>
  /** Why they cannot be. */
  readonly faults: ReadonlyMap<Source, string>
}

/** Reads every file that was asked for, once. */
export async function readSources(request: FleetRequest): Promise<Result<Sources>> {
  const { cwd, files: from = diskFiles } = request
  const files = filesToRead(request)
  if (files.error !== undefined) return files
  await from.prepare(files.value)
  const sources = new Map<string, Source>()
  const faults = new Map<Source, string>()
  for (const [at, path] of files.value.entries()) {
    request.tick?.(`reading: ${at} of ${files.value.length} files`)
    const { value: text = '', error } = readText(path, from)
    if (error !== undefined && isNamed(path, error, request))
      return { error: `${display(path, cwd)} cannot be read: ${error}` }
    const source = { file: display(path, cwd), text }
    sources.set(path, source)
    if (error !== undefined) faults.set(source, error)
  }
  return { value: { sources, faults } }
}

/** True for a file that the user named and the system refuses; of any other that cannot be read, a finding says so, and the rest is linted. */
function isNamed(path: string, error: string, { cwd, paths }: FleetRequest): boolean {
  const isText = Object.values<string>(noText).includes(error)
  return !isText && paths.some(one => resolve(cwd, one) === path)
}

function filesToRead({
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
