import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { display } from './display.ts'
import { errorCode, fileError } from './file-error.ts'
import type { Result } from './result.ts'

const yaml = /\.ya?ml$/i
const yamlOrJson = /\.(ya?ml|json)$/i

/** The YAML files at or below a path, sorted; a file counts whatever its name. Links, dot-folders and node_modules are not entered. */
export function listManifests(path: string, cwd: string): Result<readonly string[]> {
  try {
    if (!statSync(path).isDirectory()) return { value: [path] }
    return { value: [...walk(path, yaml)].sort() }
  } catch (thrown) {
    return { error: `${display(path, cwd)} cannot be read: ${fileError(thrown)}` }
  }
}

/** What an engine would apply from a folder of the rendered tree, sorted; nothing where there is no such folder. */
export function listRendered(folder: string, cwd: string): Result<readonly string[]> {
  try {
    return { value: [...walk(folder, yamlOrJson)].sort() }
  } catch (thrown) {
    const code = errorCode(thrown)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { value: [] }
    return { error: `${display(folder, cwd)} cannot be read: ${fileError(thrown)}` }
  }
}

function* walk(folder: string, wanted: RegExp): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* walk(path, wanted)
    else if (entry.isFile() && wanted.test(entry.name)) yield path
  }
}
