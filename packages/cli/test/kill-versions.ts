import type { FileTree } from '@espalier/model'
import { treeOf } from './sandbox.ts'

/** A tree of ten files in each of so many folders. Each version changes most files, and has the first ten in a folder of its own. */
export function killVersion(version: number, folders: number): FileTree {
  const files = Array.from({ length: folders * 10 }, (_, at) => {
    const body = at % 7 === 0 ? 'never: changes' : `version: ${version}\nfile: ${at}`
    const unit = at < 10 ? `only-${version}` : `unit-${Math.floor(at / 10)}`
    return [`clusters/one/${unit}/${at}.yaml`, body]
  })
  return treeOf(Object.fromEntries(files))
}
