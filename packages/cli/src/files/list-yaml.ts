import { resolve } from 'node:path'
import { globby } from 'globby'

const never = ['**/.git/**', '**/node_modules/**']

/**
 * Absolute paths, sorted, of the YAML files that patterns select below a folder. Symbolic links and dot-folders are not entered; a
 * pattern that names a dot-folder itself reaches it.
 */
export async function listYaml(root: string, patterns: readonly string[]): Promise<readonly string[]> {
  const files = await globby([...patterns], {
    cwd: root,
    ignore: never,
    followSymbolicLinks: false,
    expandDirectories: false,
  })
  return files
    .filter(file => /\.ya?ml$/i.test(file))
    .sort()
    .map(file => resolve(root, file))
}
