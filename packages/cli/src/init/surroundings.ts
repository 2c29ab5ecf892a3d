import type { Model } from '@espalier/model'
import type { TopologyFile } from '../files/find-topologies.ts'
import type { Result } from '../files/result.ts'

/** What the files beside a topology have to know of it and of its repository. Nothing in it needs quotes in YAML, a shell or a comment. */
export interface Surroundings {
  /** The topology file, relative to the repository's root. */
  readonly topology: string
  /** The folder of the rendered tree, relative to the same. */
  readonly path: string
  /** The branch that the engine follows. */
  readonly branch: string
}

/** Reads them off a topology; the error names what stands against writing it into a workflow. */
export function surroundingsOf({ gitops }: Model, { name }: TopologyFile): Result<Surroundings> {
  const branch = gitops.revision.replace(/^refs\/heads\//, '')
  if (!isPlain(branch)) return { error: `the branch ${branch} ${odd}` }
  if (!isPlain(name)) return { error: `the path ${name} ${odd}` }
  return { value: { topology: name, path: gitops.path, branch } }
}

const odd = 'has characters that mean something to workflows or shells; letters, digits and ._/- do not'

function isPlain(text: string): boolean {
  return /^\w[\w./-]*$/.test(text) || /^\.\w[\w./-]*$/.test(text)
}
