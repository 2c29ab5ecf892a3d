import { basename } from 'node:path'
import type { Header } from '@espalier/model'
import { printable } from '../files/display.ts'
import { folderOf, type Target } from './target.ts'

/** Something that is not ours where only our files should be. */
export interface Foreign {
  readonly path: string
  readonly why: string
  /** The header it carries. */
  readonly owner?: Header
}

/** A file in the way of one of ours. */
export function foreignFile(path: string, owners: readonly Header[], target: Target): Foreign {
  const others = owners.filter(({ topology, file }) => topology !== target.topology || file !== target.file)
  const [owner = owners[0]] = others
  if (owner === undefined) return { path, why: 'it does not begin with the header of a rendered file' }
  const { topology, file } = owner
  return { path, owner, why: `it belongs to topology ${topology} of ${printable(file)}` }
}

/** A file beside ours in the folder of a unit, and what the engine makes of it. */
export function stranger(path: string, owners: readonly Header[], unit: string, target: Target): Foreign {
  const { why, ...others } = foreignFile(path, owners, target)
  const own = others.owner?.topology === target.topology && others.owner.file === target.file
  return { ...others, why: `${own ? 'it is a copy of a rendered file' : why}${effect(path, unit, target)}` }
}

/** What is said of a link among the files of a unit. */
export function strangeLink(path: string, unit: string, target: Target): Foreign {
  return { path, why: `it is a symbolic link${effect(path, unit, target)}` }
}

function effect(path: string, unit: string, { engine }: Target): string {
  if (engine === 'flux')
    return ', and Flux does not apply it, for the kustomization.yaml here does not list it'
  // Argo CD does not descend into the folders of its own Applications.
  const flat = ['argocd', 'argocd-root'].includes(basename(unit))
  return flat && folderOf(path) !== unit ? '' : ', and Argo CD applies it too'
}
