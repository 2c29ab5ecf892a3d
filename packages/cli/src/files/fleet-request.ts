import type { Crd, Step } from '@espalier/linter'
import type { Environment } from '../git/run-git.ts'
import type { FileSystem } from './file-system.ts'
import type { NamedCluster, Roles } from './named-clusters.ts'
import type { Territory } from './territory.ts'

/** What is to be read, and what is known of whose it is. */
export interface FleetRequest {
  readonly cwd: string
  /** What to lint; nothing means the rendered trees, lint.clusters and the named clusters. */
  readonly paths: readonly string[]
  readonly territories: readonly Territory[]
  readonly named: readonly NamedCluster[]
  readonly roles?: Roles
  /** Where they are read from; the disk, unless said. */
  readonly files?: FileSystem
  /** CustomResourceDefinitions from elsewhere. */
  readonly crds?: readonly Crd[]
  /** Told what is being done. */
  readonly tick?: (what: string) => void
  /** Told of each step as it is done. */
  readonly step?: Step
  /** For Git, which knows by which addresses engines may know the repository. */
  readonly env?: Environment
}
