import type { Place } from '@espalier/model'
import type { Document } from '../fleet/documents.ts'
import { folderOf } from '../fleet/kustomization.ts'
import type { Work } from './work.ts'

/** The documents of a file that a kustomization names; undefined, with a remark, where there is no such file. */
export function readFile(
  path: string,
  shown: string,
  at: Place,
  work: Work,
): readonly Document[] | undefined {
  const { files, remarks } = work
  if (isAbsolute(shown, at, work)) return undefined
  const kind = files.kindOf(path)
  const source = kind === 'file' ? files.read(path) : undefined
  if (source !== undefined) {
    noteOutside(path, at, work)
    return work.documentsOf(source).documents
  }
  if (isRemote(shown))
    remarks.push({
      kind: 'unread',
      at,
      message: `${shown} is not in this repository, and nothing is fetched`,
    })
  else if (kind === 'other')
    remarks.push({
      kind: 'unread',
      at,
      message: `${shown} is a link or no regular file, and is not followed`,
    })
  else remarks.push({ kind: 'broken', at, message: `${shown} ${whyNot(kind)}` })
  return undefined
}

/** True, with a remark, for a path that means nothing on another machine. */
export function isAbsolute(path: string, at: Place, { remarks }: Work): boolean {
  if (!path.startsWith('/')) return false
  remarks.push({
    kind: 'broken',
    at,
    message: `${path} is an absolute path, and one below the folder is expected`,
  })
  return true
}

/** What follows the name of a path that cannot be used. */
export function whyNot(kind: 'file' | 'folder' | 'outside' | 'other' | undefined): string {
  if (kind === 'outside') return 'leads out of the repository, which is all that a GitOps engine has'
  if (kind === 'file') return 'cannot be read'
  return kind === 'folder' ? 'is a folder, and a file is expected' : 'is not there'
}

/** True for what kustomize would fetch. */
export function isRemote(path: string): boolean {
  return /^git::|^[a-z+]+:\/\/|^[\w.-]+@[\w.-]+:|^(github\.com|gitlab\.com|bitbucket\.org)[/:]|[?&]ref=|\.git(\/\/|$)/i.test(
    path,
  )
}

// Flux takes a file from anywhere in the repository; kubectl and Argo CD do not unless told to.
function noteOutside(path: string, at: Place, { remarks, isOfFlux }: Work): void {
  if (isOfFlux) return
  const folder = folderOf(at.source.file)
  if (folder === '' || path.startsWith(`${folder}/`)) return
  const message = `${path} is not below ${folder}: Flux reads it, but kubectl and Argo CD refuse it without --load-restrictor LoadRestrictionsNone`
  remarks.push({ kind: 'simplified', at, message })
}
