import { resolve } from 'node:path'
import type { Source } from '@espalier/model'
import { diskFiles } from './disk-files.ts'
import { display } from './display.ts'
import type { FleetRequest } from './fleet-request.ts'
import { noText, readText } from './read-text.ts'
import type { Result } from './result.ts'

export interface Sources {
  /** By absolute path; the text of what cannot be read is empty. */
  readonly sources: ReadonlyMap<string, Source>
  /** Why they cannot be. */
  readonly faults: ReadonlyMap<Source, string>
}

/** Reads files that were asked for, each once. */
export async function readSources(paths: readonly string[], request: FleetRequest): Promise<Result<Sources>> {
  const { cwd, files: from = diskFiles } = request
  await from.prepare(paths)
  const sources = new Map<string, Source>()
  const faults = new Map<Source, string>()
  for (const [at, path] of paths.entries()) {
    request.tick?.(`reading: ${at} of ${paths.length} files`)
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
