import type { FileTree } from '@espalier/model'
import { treeOf } from './sandbox.ts'

/** A tree of ten files in each of so many units. Each version changes most files, and has the first ten in a unit and a cluster of its own. */
export function killVersion(version: number, folders: number): FileTree {
  const files = Array.from({ length: folders * 10 }, (_, at) => {
    const body = at % 7 === 0 ? 'never: changes' : `version: ${version}\nfile: ${at}`
    const folder =
      at < 5 ? `new-${version}/unit` : at < 10 ? `one/only-${version}` : `one/unit-${Math.floor(at / 10)}`
    return [`clusters/${folder}/${at}.yaml`, body]
  })
  return treeOf(Object.fromEntries(files))
}
