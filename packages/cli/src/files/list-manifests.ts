import { join } from 'node:path'
import { diskFiles } from './disk-files.ts'
import { display } from './display.ts'
import { errorCode, errorPath, fileError } from './file-error.ts'
import type { FileSystem } from './file-system.ts'
import type { Result } from './result.ts'

const yaml = /\.ya?ml$/i
const yamlOrJson = /\.(ya?ml|json)$/i

/** The YAML files at or below a path, sorted; a file counts whatever its name. Links, dot-folders and node_modules are not entered. */
export function listManifests(
  path: string,
  cwd: string,
  files: FileSystem = diskFiles,
): Result<readonly string[]> {
  try {
    const kind = files.kindOf(path)
    if (kind !== undefined && kind !== 'folder') return { value: [path] }
    return { value: [...walk(path, yaml, files)].sort() }
  } catch (thrown) {
    return { error: `${display(errorPath(thrown) ?? path, cwd)} cannot be read: ${fileError(thrown)}` }
  }
}

/** What an engine would apply from a folder of the rendered tree, sorted; nothing where there is no such folder. */
export function listRendered(
  folder: string,
  cwd: string,
  files: FileSystem = diskFiles,
): Result<readonly string[]> {
  try {
    return { value: [...walk(folder, yamlOrJson, files)].sort() }
  } catch (thrown) {
    const code = errorCode(thrown)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { value: [] }
    return { error: `${display(errorPath(thrown) ?? folder, cwd)} cannot be read: ${fileError(thrown)}` }
  }
}

function* walk(folder: string, wanted: RegExp, files: FileSystem): Iterable<string> {
  for (const entry of files.readFolder(folder)) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.kind === 'folder') yield* walk(path, wanted, files)
    else if (entry.kind === 'file' && wanted.test(entry.name)) yield path
  }
}
