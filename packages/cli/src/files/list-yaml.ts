import { resolve } from 'node:path'
import { globby } from 'globby'
import { diskFiles } from './disk-files.ts'
import type { FileSystem } from './file-system.ts'
import { globFiles } from './glob-files.ts'

const never = ['**/.git/**', '**/node_modules/**']

/**
 * Absolute paths, sorted, of the YAML files that patterns select below a folder. Symbolic links and dot-folders are not entered; a
 * pattern that names a dot-folder itself reaches it.
 */
export async function listYaml(
  root: string,
  patterns: readonly string[],
  files: FileSystem = diskFiles,
): Promise<readonly string[]> {
  const found = await globby([...patterns], {
    cwd: root,
    ignore: never,
    followSymbolicLinks: false,
    expandDirectories: false,
    ...(files === diskFiles ? {} : { fs: globFiles(files) }),
  })
  return found
    .filter(file => /\.ya?ml$/i.test(file))
    .sort()
    .map(file => resolve(root, file))
}
