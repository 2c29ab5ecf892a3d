import { realpathSync } from 'node:fs'
import { sep } from 'node:path'

/** True where a path, once every link on it is followed, leads into a folder or to it; false too where it leads nowhere. */
export function isReallyInside(path: string, folder: string): boolean {
  try {
    const [inner, outer] = [realpathSync(path), realpathSync(folder)]
    return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`)
  } catch {
    return false
  }
}
